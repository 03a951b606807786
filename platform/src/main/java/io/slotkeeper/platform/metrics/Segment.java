package io.slotkeeper.platform.metrics;

import java.util.Set;

/**
 * What the token of a segment says.
 *
 * @param head number of the newest event when it was read
 * @param index the last number that it has passed; -1 before the first
 * @param gaps numbers up to that one that were not there when it passed them
 * @param claimed whether a node works on it
 */
record Segment(String processor, long head, long index, Set<Long> gaps, boolean claimed) {}
