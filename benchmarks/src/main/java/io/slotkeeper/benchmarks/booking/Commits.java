package io.slotkeeper.benchmarks.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * When bookings were committed, as PostgreSQL itself says. It takes the time when it begins to
 * commit, before the commit is durable and anybody can see it, so lags are rather told too long.
 */
final class Commits {

  private static final String BOOKINGS =
      """
        FROM command.DomainEventEntry AS event
        %s
       WHERE event.payloadType = 'booking.requested' AND event.globalIndex > ?
      """;

  private final JdbcTemplate sql;

  Commits(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** The last event that there is. */
  long head() {
    Long head =
        sql.queryForObject(
            "SELECT coalesce(max(globalIndex), 0) FROM command.DomainEventEntry", Long.class);
    return head == null ? 0 : head;
  }

  /**
   * From the commit of each booking after an event to when it was seen, in nanoseconds.
   *
   * @param seen by the booking's id
   */
  Histogram lags(long after, Map<String, Instant> seen) {
    var lags = new Histogram(3);
    sql.query(
        "SELECT event.aggregateIdentifier, pg_xact_commit_timestamp(event.xmin)"
            + BOOKINGS.formatted(""),
        row -> {
          var when = seen.get(row.getString(1));
          if (when != null) {
            add(lags, Duration.between(row.getObject(2, OffsetDateTime.class).toInstant(), when));
          }
        },
        after);
    if (lags.getTotalCount() != seen.size()) {
      throw new IllegalStateException("a booking was seen that has no event");
    }
    return lags;
  }

  /** From the commit of each booking after an event to that of its row in the read model. */
  Histogram lagsOfTable(long after) {
    var lags = new Histogram(3);
    sql.query(
        """
        SELECT pg_xact_commit_timestamp(event.xmin), pg_xact_commit_timestamp(booking.xmin)
        """
            + BOOKINGS.formatted(
                "JOIN query.booking AS booking ON booking.booking_id = event.aggregateIdentifier"),
        row -> {
          add(
              lags,
              Duration.between(
                  row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)));
        },
        after);
    return lags;
  }

  private static void add(Histogram lags, Duration lag) {
    // Clocks of processors may differ by some microseconds.
    lags.recordValue(Math.max(0, lag.toNanos()));
  }
}
