package io.slotkeeper.benchmarks.servers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the processors of the events have yet to do. */
public final class Backlog {

  /** Without a step forward; after an hour of load there may be a long way to go. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(20);

  /** Events behind the slowest processor; a token says the last of them, and its gaps. */
  private static final String BEHIND =
      """
      SELECT coalesce((SELECT max(globalIndex) FROM command.DomainEventEntry), 0)
             - coalesce(min((convert_from(token, 'UTF8')::json ->> 'index')::bigint), 0)
        FROM (SELECT token FROM command.TokenEntry
              UNION ALL SELECT token FROM query.TokenEntry) AS tokens
      """;

  private final JdbcTemplate sql;

  /** Of the services of a stage. */
  public Backlog(Stage stage) {
    this.sql = stage.sql();
  }

  /**
   * Waits until there is none.
   *
   * @return how long that took
   */
  public Duration drain() {
    long begin = System.nanoTime();
    long moved = begin;
    long least = Long.MAX_VALUE;
    for (long behind = behind(); behind > 0; behind = behind()) {
      if (behind < least) {
        least = behind;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
        throw new IllegalStateException("processors do not catch up: " + stand());
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private long behind() {
    Long behind = sql.queryForObject(BEHIND, Long.class);
    return behind == null ? 0 : behind;
  }

  private List<String> stand() {
    return sql.queryForList(
        """
        SELECT processorName || ' ' || coalesce(convert_from(token, 'UTF8'), 'nowhere')
          FROM (SELECT * FROM command.TokenEntry UNION ALL SELECT * FROM query.TokenEntry) AS tokens
        """,
        String.class);
  }
}
