package io.slotkeeper.api.timetable;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * When a resource is closed, on the clock on its wall: an instant is closed if the local time at it
 * is. So a closure of a local time that does not exist closes nothing, and one of a local time that
 * exists twice closes it both times.
 */
final class ClosedTime {
  private final ZoneRules rules;

  /** Ends by start; they do not touch. */
  private final TreeMap<LocalDateTime, LocalDateTime> stretches = new TreeMap<>();

  ClosedTime(ZoneRules rules, List<Closure> closures) {
    this.rules = rules;
    closures.stream().sorted(Comparator.comparing(Closure::from)).forEach(this::add);
  }

  private void add(Closure closure) {
    var last = stretches.lastEntry();
    if (last == null || closure.from().isAfter(last.getValue())) {
      stretches.put(closure.from(), closure.to());
    } else if (closure.to().isAfter(last.getValue())) {
      stretches.put(last.getKey(), closure.to());
    }
  }

  /** Whether some instant of the slot is closed. */
  boolean touches(OfferedSlot slot) {
    if (stretches.isEmpty()) {
      return false;
    }
    var start = slot.start();
    while (start.isBefore(slot.end())) {
      var end = nextChange(start, slot.end());
      if (closed(start, end)) {
        return true;
      }
      start = end;
    }
    return false;
  }

  private Instant nextChange(Instant start, Instant latest) {
    var change = rules.nextTransition(start);
    return change == null || change.getInstant().isAfter(latest) ? latest : change.getInstant();
  }

  /** Between two changes of the clock, local time runs like real time. */
  private boolean closed(Instant start, Instant end) {
    var offset = rules.getOffset(start);
    var before = stretches.lowerEntry(LocalDateTime.ofInstant(end, offset));
    return before != null && before.getValue().isAfter(LocalDateTime.ofInstant(start, offset));
  }
}
