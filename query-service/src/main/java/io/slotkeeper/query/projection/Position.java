package io.slotkeeper.query.projection;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * How far a processor has come in the numbers of the event store, over all its segments. A token is
 * only stored with a batch, so a processor may have passed events that it does not handle without
 * this showing it yet.
 *
 * @param index the last number that every segment has passed; -1 before the first
 * @param furthest the last number that any segment has passed
 * @param gaps numbers up to the last one of any segment that are not certain to be handled
 */
public record Position(long index, long furthest, Set<Long> gaps) {
  /** Before the first event. */
  public static final Position START = new Position(-1, -1, Set.of());

  static Position of(List<GapAwareTrackingToken> segments) {
    var passed = segments.stream().mapToLong(GapAwareTrackingToken::getIndex).summaryStatistics();
    if (passed.getCount() == 0) {
      return START;
    }
    var gaps = new TreeSet<Long>();
    segments.forEach(segment -> gaps.addAll(segment.getGaps()));
    return new Position(
        passed.getMin(), passed.getMax(), Set.copyOf(gaps.headSet(passed.getMin(), true)));
  }

  /** Whether what has this number has been handled, if it was there to be handled. */
  public boolean covers(long number) {
    return number <= index && !gaps.contains(number);
  }

  /** All numbers up to this one are handled. */
  public long complete() {
    return gaps.stream().mapToLong(Long::longValue).min().orElse(index + 1) - 1;
  }
}
