package io.slotkeeper.query.slot.stream;

import org.jspecify.annotations.Nullable;

/**
 * That something has changed, not how: a stream shows what is there when it is sent.
 *
 * @param seq its place in the feed, over all businesses
 * @param slotId absent where the business itself has changed
 * @param version of the slot or the business
 * @param forEverybody whether also others than the owner can see that something has changed
 */
record SlotChange(
    long seq, String businessId, @Nullable String slotId, long version, boolean forEverybody) {}
