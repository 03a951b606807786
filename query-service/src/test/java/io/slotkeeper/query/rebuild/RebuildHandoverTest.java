package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How a rebuild comes to serve, whatever stands in its way. */
@ExtendWith(OutputCaptureExtension.class)
class RebuildHandoverTest extends Rebuilding {
  @Test
  void waitsForALongReaderAndCanStillBeCalledOff() throws SQLException {
    book(5);
    awaitCaughtUp();
    var before = service.tables();
    try (var reader = database.dataSource().getConnection()) {
      reader.setAutoCommit(false);
      try (var statement = reader.createStatement()) {
        statement.execute("SELECT count(*) FROM query.booking");
        admin.post(PROJECTIONS + "bookings/rebuild");
        await().atMost(PATIENCE).until(() -> state("bookings").equals("COMPARING"));
        book(3);
        awaitCaughtUp();

        assertThat(admin.delete(PROJECTIONS + "bookings/rebuild").status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> schemas().isEmpty());
        statement.execute("SELECT count(*) FROM query.booking");
      }
      reader.rollback();
    }
    assertThat(state("bookings")).isEqualTo("CANCELLED");
    assertThat(service.tables()).hasSize(before.size() + 6);
  }

  @Test
  void isLedByOneNodeAndFollowedFromAnother(CapturedOutput output) {
    book(20);
    awaitCaughtUp();
    var before = service.tables();
    try (var other =
        QueryService.start(database, clock, Map.of("slotkeeper.event-store.node-id", "other"))) {
      var elsewhere = new Http(other, "admin-of-the-tests");
      for (int round = 1; round <= 3; round++) {
        assertThat(elsewhere.post(PROJECTIONS + "slots/rebuild").status()).isEqualTo(202);
        awaitState("slots", RebuildState.DONE);
        assertThat(elsewhere.get(PROJECTIONS + "slots").body().path("rebuild"))
            .isEqualTo(view("slots").path("rebuild"));
      }
    }

    assertThat(output.getAll().split("Rebuilding slots by", -1)).hasSize(1 + 3);
    book(1);
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 2);
  }

  @Test
  void losesNothingThatOneOfSeveralSegmentsHasPassed() {
    service.close();
    database.execute("DELETE FROM query.TokenEntry");
    start(Map.of("slotkeeper.event-store.processor-segments", 2));
    book(20);
    awaitCaughtUp();
    // As if another node had it, and were slow.
    database.execute(
        """
        UPDATE query.TokenEntry
           SET owner = 'elsewhere',
               timestamp = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
         WHERE processorName = 'bookings' AND segment = 0
        """);
    book(50);
    await().atMost(PATIENCE).until(() -> count("query.booking") > 20);

    admin.post(PROJECTIONS + "bookings/rebuild?onDifference=SWITCH");
    awaitState("bookings", RebuildState.DONE);
    awaitCaughtUp();

    assertThat(count("query.booking WHERE status = 'CONFIRMED'"))
        .isEqualTo(count("command.DomainEventEntry WHERE payloadType = 'booking.confirmed'"));
  }

  @Test
  void keepsWhatIsPutAsideWhileItChangesPlaces() throws SQLException {
    var aside = history.request(slot(), HALF_HOUR);
    Trouble.with(database, "booking", "booking_id", aside.value(), "22000");
    append();
    await().atMost(PATIENCE).until(() -> view("bookings").path("deadLetters").asLong() == 1);
    awaitCaughtUp();
    try (var holder = database.dataSource().getConnection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      // The last step of the exchange, so that everything before it is done.
      statement.execute("SELECT 1 FROM query.projection WHERE name = 'bookings' FOR UPDATE");
      admin.post(PROJECTIONS + "bookings/rebuild?onDifference=SWITCH");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  count(
                          """
                          pg_stat_activity
                           WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE query.projection%'
                          """)
                      > 0);
      history.add(new BookingConfirmed(aside.value(), salon.value()));
      append();
      await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(PATIENCE)
          .until(() -> count("query.DeadLetterEntry") == 2);
      holder.rollback();
    }
    awaitState("bookings", RebuildState.DONE);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin.post("/api/admin/dead-letters/bookings/retry").status() == 200
                    && count("query.booking WHERE status = 'CONFIRMED'") == 1);
  }

  @Test
  void startsOverWhenTheTablesChangeMeanwhile() throws SQLException {
    book(5);
    awaitCaughtUp();
    try (var reader = database.dataSource().getConnection();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT count(*) FROM query.booking");
      admin.post(PROJECTIONS + "bookings/rebuild");
      await().atMost(PATIENCE).until(() -> state("bookings").equals("COMPARING"));
      // What a migration of a newer version does.
      database.execute("CREATE INDEX extra ON query.booking (requested_at)");
      reader.rollback();
    }
    awaitState("bookings", RebuildState.DONE);

    assertThat(indexes()).contains("extra");
  }
}
