package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's hold on the time of a slot.
 *
 * @param bookingId who holds it; absent where the owner blocked it
 * @param until when it lapses; absent where it does not
 */
record SlotClaim(SlotId slotId, @Nullable BookingId bookingId, @Nullable Instant until) {

  boolean hasLapsed(Instant now) {
    return until != null && !until.isAfter(now);
  }

  boolean isHeldBy(@Nullable BookingId holder) {
    return bookingId != null && bookingId.equals(holder);
  }
}
