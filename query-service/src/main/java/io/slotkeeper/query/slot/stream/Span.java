package io.slotkeeper.query.slot.stream;

/**
 * What the feed holds.
 *
 * @param oldest nothing after it has been deleted
 * @param newest everything up to it can be seen
 */
record Span(long oldest, long newest) {}
