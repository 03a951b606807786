package io.slotkeeper.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class EventCountsTest {
  private static final LocalDate SUNDAY = LocalDate.parse("2026-03-01");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final TestDatabase database = Toys.migrated();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
  private final AtomicInteger appended = new AtomicInteger();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
  private final EventCounts counts = new EventCounts(jdbc, clock);

  private void append(String event, String at) {
    jdbc.update(
        """
        INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,
               sequenceNumber, type, timeStamp, payloadType, payload)
        VALUES (?, 'one', ?, 'Ticket', ?, ?, '{}')
        """,
        "event-" + appended.incrementAndGet(),
        appended.get(),
        at,
        event);
  }

  private void passes(Duration time) {
    clock.set(clock.instant().plus(time));
  }

  @Test
  void countsFromMidnightToMidnightInUtc() {
    append("ticket.taken", "2026-02-28T23:59:59.999999Z");
    append("ticket.taken", "2026-03-01T00:00:00Z");
    append("ticket.taken", "2026-03-01T23:59:59.999Z");
    append("ticket.returned", "2026-03-01T12:00:00.5Z");
    append("ticket.taken", "2026-03-02T00:00:00.000001Z");

    assertThat(counts.between(SUNDAY, SUNDAY))
        .isEqualTo(Map.of("ticket.taken", 2L, "ticket.returned", 1L));
    assertThat(counts.between(SUNDAY, MONDAY))
        .isEqualTo(Map.of("ticket.taken", 3L, "ticket.returned", 1L));
  }

  @Test
  void countsTodayAgainAfterAWhile() {
    append("ticket.taken", "2026-03-02T11:00:00Z");
    assertThat(counts.between(MONDAY, MONDAY)).containsEntry("ticket.taken", 1L);
    append("ticket.taken", "2026-03-02T12:00:00Z");
    assertThat(counts.between(MONDAY, MONDAY)).containsEntry("ticket.taken", 1L);

    passes(Duration.ofSeconds(6));
    assertThat(counts.between(MONDAY, MONDAY)).containsEntry("ticket.taken", 2L);
  }

  @Test
  void countsADayThatIsOverOnce() {
    append("ticket.taken", "2026-03-01T11:00:00Z");
    assertThat(counts.between(SUNDAY, SUNDAY)).containsEntry("ticket.taken", 1L);
    jdbc.update("DELETE FROM command.DomainEventEntry");
    passes(Duration.ofHours(1));

    assertThat(counts.between(SUNDAY, SUNDAY)).containsEntry("ticket.taken", 1L);
  }

  @Test
  void countsYesterdayAgainWhereItWasNotOver() {
    clock.set(Instant.parse("2026-03-01T23:59:59Z"));
    assertThat(counts.between(SUNDAY, SUNDAY)).isEmpty();
    append("ticket.taken", "2026-03-01T23:59:59.5Z");
    passes(Duration.ofMinutes(10));

    assertThat(counts.between(SUNDAY, SUNDAY)).containsEntry("ticket.taken", 1L);
  }
}
