package io.slotkeeper.platform.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How many events of each kind there were on a day in UTC, counted in the store, so that it is true
 * of all nodes and after every restart. A day that is over is counted once, today every few seconds
 * at most.
 */
final class EventCounts {
  private static final String SQL =
      """
      SELECT payloadType, count(*) AS events FROM command.DomainEventEntry
       WHERE timeStamp COLLATE "C" >= ? AND timeStamp COLLATE "C" < ? GROUP BY payloadType
      """;

  /** What is dated before midnight may be committed after it, if only by a clock that is slow. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_DAYS = 8;

  private record Count(Map<String, Long> events, Instant at) {}

  private final JdbcOperations jdbc;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LocalDate, Count> counts = new HashMap<>();

  EventCounts(JdbcOperations jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By name of the event, for some days; a kind that did not happen may be missing. */
  Map<String, Long> between(LocalDate first, LocalDate last) {
    var sum = new HashMap<String, Long>();
    first
        .datesUntil(last.plusDays(1))
        .forEach(day -> of(day).forEach((name, events) -> sum.merge(name, events, Long::sum)));
    return sum;
  }

  /** One caller counts, others wait for what it counts. */
  private Map<String, Long> of(LocalDate day) {
    lock.lock();
    try {
      var kept = counts.get(day);
      if (kept != null && isGood(day, kept)) {
        return kept.events();
      }
      if (counts.size() > MOST_DAYS) {
        counts.clear();
      }
      var now = clock.instant();
      var count = new Count(count(day), now);
      counts.put(day, count);
      return count.events();
    } finally {
      lock.unlock();
    }
  }

  private boolean isGood(LocalDate day, Count kept) {
    var over = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(LATE);
    return kept.at().isAfter(over) || kept.at().plus(KEPT).isAfter(clock.instant());
  }

  private Map<String, Long> count(LocalDate day) {
    var events = new HashMap<String, Long>();
    jdbc.query(
        SQL,
        row -> {
          events.put(row.getString("payloadType"), row.getLong("events"));
        },
        day.toString(),
        day.plusDays(1).toString());
    return Map.copyOf(events);
  }
}
