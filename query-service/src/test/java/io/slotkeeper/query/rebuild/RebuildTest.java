package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Trouble;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class RebuildTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PROJECTIONS = "/api/admin/projections/";

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final SettableClock clock = new SettableClock(QueryService.NOW);
  private final History history = new History(clock);
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);

  private EventWriter writer;
  private QueryService service;
  private Http admin;
  private int appended;
  private int slots;

  @BeforeEach
  void start() {
    EventWriter.migrate(database);
    writer = EventWriter.start(database);
    append();
    service = QueryService.start(database, clock, Map.of());
    admin = new Http(service, "admin-of-the-tests");
  }

  @AfterEach
  void stop() {
    service.close();
    writer.close();
  }

  @Test
  void endsInTheSameTablesAndServesThem() {
    book(50);
    awaitCaughtUp();
    var before = service.tables();

    for (var name : List.of("bookings", "businesses", "notifications", "slots")) {
      assertThat(admin.post(PROJECTIONS + name + "/rebuild").status()).isEqualTo(202);
    }

    for (var name : List.of("bookings", "businesses", "notifications", "slots")) {
      awaitState(name, RebuildState.DONE);
    }
    assertThat(service.tables()).isEqualTo(before);
    var booking = book(1);
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 2);
    assertThat(service.tables().toString()).contains(booking.value());
    assertThat(indexes()).contains("booking_of_business", "booking_pkey", "slot_of_business");
  }

  @Test
  void mendsADamagedTableOnlyIfItIsTold() {
    var booking = book(20);
    awaitCaughtUp();
    var before = service.tables();
    service
        .jdbc()
        .sql("UPDATE query.booking SET status = 'EXPIRED' WHERE booking_id = :id")
        .param("id", booking.value())
        .update();
    var damaged = service.tables();

    admin.post(PROJECTIONS + "bookings/rebuild");
    awaitState("bookings", RebuildState.FAILED);

    assertThat(view("bookings").path("rebuild").path("reason").asString())
        .contains("20 rows with checksum");
    assertThat(service.tables()).isEqualTo(damaged);

    admin.post(PROJECTIONS + "bookings/rebuild?onDifference=SWITCH");
    awaitState("bookings", RebuildState.DONE);

    assertThat(service.tables()).isEqualTo(before);
  }

  @Test
  void goesOnWhereAnotherNodeLeftIt() {
    book(300);
    awaitCaughtUp();
    var before = service.tables();
    admin.post(PROJECTIONS + "bookings/rebuild");
    await().atMost(PATIENCE).until(() -> !state("bookings").equals("REQUESTED"));
    service.close();
    book(10);

    service = QueryService.start(database, clock, Map.of());
    admin = new Http(service, "admin-of-the-tests");

    awaitState("bookings", RebuildState.DONE);
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 20);
  }

  @Test
  void failsAtAnEventThatCannotBeProjectedAndLeavesWhatServes() {
    book(20);
    awaitCaughtUp();
    var before = service.tables();
    // A table that the next generation is made like, with a rule that one booking breaks.
    var one =
        service
            .jdbc()
            .sql("SELECT min(booking_id) FROM query.booking")
            .query(String.class)
            .single();
    database.execute(
        "ALTER TABLE query.booking ADD CONSTRAINT refuse CHECK (booking_id <> '%s') NOT VALID"
            .formatted(one));

    admin.post(PROJECTIONS + "bookings/rebuild");
    awaitState("bookings", RebuildState.FAILED);

    assertThat(view("bookings").path("rebuild").path("reason").asString()).contains("refuse");
    assertThat(service.tables()).isEqualTo(before);
    await().atMost(PATIENCE).until(() -> schemas().isEmpty());
  }

  @Test
  void takesWhatAnUnmendedProjectionHadPutAside() {
    var refused = book(1);
    awaitCaughtUp();
    var other = history.request(slot(), HALF_HOUR);
    Trouble.with(database, "booking", "booking_id", other.value(), "22000");
    append();
    book(5);
    await().atMost(PATIENCE).until(() -> view("bookings").path("deadLetters").asLong() == 1);
    awaitCaughtUp();

    admin.post(PROJECTIONS + "bookings/rebuild");
    awaitState("bookings", RebuildState.DONE);

    assertThat(view("bookings").path("deadLetters").asLong()).isZero();
    assertThat(service.tables().toString()).contains(other.value(), refused.value());
  }

  @Test
  void runsOneRebuildOfAProjectionAtATimeAndCanBeCalledOff() {
    book(5);
    awaitCaughtUp();
    // Nobody can lead it as long as this lock is held.
    try (var leader = LeaderLock.of(database, "bookings")) {
      assertThat(leader.connection()).isNotNull();
      assertThat(admin.post(PROJECTIONS + "bookings/rebuild").status()).isEqualTo(202);
      var second = admin.post(PROJECTIONS + "bookings/rebuild");
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.code()).isEqualTo("rebuild-running");
      assertThat(admin.post(PROJECTIONS + "slots/rebuild").status()).isEqualTo(202);

      assertThat(admin.delete(PROJECTIONS + "bookings/rebuild").status()).isEqualTo(200);
      assertThat(state("bookings")).isEqualTo("CANCELLED");
      assertThat(admin.delete(PROJECTIONS + "bookings/rebuild").status()).isEqualTo(404);
    }
    awaitState("slots", RebuildState.DONE);
    assertThat(admin.post(PROJECTIONS + "bookings/rebuild").status()).isEqualTo(202);
    awaitState("bookings", RebuildState.DONE);
  }

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
  void tellsItsProgressUntilItHasEnded() {
    book(5);
    awaitCaughtUp();
    admin.post(PROJECTIONS + "bookings/rebuild");

    var stream = admin.raw(PROJECTIONS + "bookings/stream");

    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(stream.body()).contains("event:progress").contains("\"state\":\"DONE\"");
  }

  @Test
  void startsByItselfWhenNewRulesAreDeployed() {
    book(5);
    awaitCaughtUp();
    service.close();
    database.execute("UPDATE query.projection SET version = 0 WHERE name = 'slots'");

    service = QueryService.start(database, clock, Map.of());
    admin = new Http(service, "admin-of-the-tests");

    awaitState("slots", RebuildState.DONE);
    assertThat(view("slots").path("rebuild").path("cause").asString())
        .isEqualTo("version 1 takes the place of 0");
    assertThat(view("slots").path("servedVersion").asInt()).isEqualTo(1);
    assertThat(view("bookings").has("rebuild")).isFalse();
  }

  @Test
  void writesNothingByOlderRulesThanServe() {
    book(5);
    awaitCaughtUp();
    var before = service.tables();
    database.execute("UPDATE query.projection SET version = 2 WHERE name = 'bookings'");
    book(1);
    await().atMost(PATIENCE).until(() -> view("slots").path("caughtUp").asBoolean());

    assertThat(service.tables()).hasSize(before.size() + 1);
    assertThat(view("bookings").path("deadLetters").asLong()).isZero();

    database.execute("UPDATE query.projection SET version = 1 WHERE name = 'bookings'");
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 2);
  }

  @Test
  void losesNothingThatOneOfSeveralSegmentsHasPassed() {
    service.close();
    database.execute("DELETE FROM query.TokenEntry");
    service =
        QueryService.start(database, clock, Map.of("slotkeeper.event-store.processor-segments", 2));
    admin = new Http(service, "admin-of-the-tests");
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

  @Test
  void passesOverWhatWasGivenUp() {
    var lost = history.ids().newBookingId();
    history.add(new BookingConfirmed(lost.value(), salon.value()));
    book(5);
    await().atMost(PATIENCE).until(() -> view("bookings").path("deadLetters").asLong() == 1);
    awaitCaughtUp();
    var before = service.tables();

    admin.post(PROJECTIONS + "bookings/rebuild");
    awaitState("bookings", RebuildState.FAILED);
    admin.delete("/api/admin/dead-letters/bookings/" + lost.value());
    admin.post(PROJECTIONS + "bookings/rebuild");
    awaitState("bookings", RebuildState.DONE);

    assertThat(service.tables()).isEqualTo(before);
  }

  @Test
  void leavesToANewerVersionWhatThatKeeps() {
    book(1);
    awaitCaughtUp();
    database.execute("UPDATE query.projection SET version = 2 WHERE name = 'slots'");

    assertThat(admin.post(PROJECTIONS + "slots/rebuild").status()).isEqualTo(409);
    assertThat(view("slots").path("servedVersion").asInt()).isEqualTo(2);
  }

  @Test
  void knowsOnlyItsProjectionsAndOnlyTellsAdministrators() {
    assertThat(admin.get("/api/admin/projections").body().path("projections").size()).isEqualTo(4);
    assertThat(admin.get(PROJECTIONS + "nothing").status()).isEqualTo(404);
    assertThat(admin.post(PROJECTIONS + "nothing/rebuild").status()).isEqualTo(404);
    assertThat(admin.get(PROJECTIONS + "nothing/stream").status()).isEqualTo(404);
    assertThat(admin.post(PROJECTIONS + "slots/rebuild?onDifference=MAYBE").refused())
        .containsExactly("onDifference");
    assertThat(new Http(service, null).get(PROJECTIONS + "slots").status()).isIn(401, 404);
    assertThat(new Http(service, null).post(PROJECTIONS + "slots/rebuild").status()).isIn(401, 404);
  }

  private BookingId book(int times) {
    BookingId last = null;
    for (int i = 0; i < times; i++) {
      last = history.book(slot(), HALF_HOUR);
    }
    append();
    return Objects.requireNonNull(last);
  }

  private SlotId slot() {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(++slots)));
  }

  private void append() {
    List<DomainEventMessage<?>> all = history.events();
    writer.append(all.subList(appended, all.size()));
    appended = all.size();
  }

  private void awaitCaughtUp() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                    .get("/api/admin/projections")
                    .body()
                    .path("projections")
                    .valueStream()
                    .allMatch(projection -> projection.path("caughtUp").asBoolean()));
  }

  private void awaitState(String name, RebuildState state) {
    await().atMost(PATIENCE).until(() -> state(name).equals(state.name()));
  }

  private String state(String name) {
    return view(name).path("rebuild").path("state").asString();
  }

  private JsonNode view(String name) {
    return admin.get(PROJECTIONS + name).body();
  }

  private long count(String what) {
    return service.jdbc().sql("SELECT count(*) FROM " + what).query(Long.class).single();
  }

  private List<String> indexes() {
    return service
        .jdbc()
        .sql("SELECT indexname FROM pg_indexes WHERE schemaname = 'query'")
        .query(String.class)
        .list();
  }

  private List<String> schemas() {
    return service
        .jdbc()
        .sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'query_next_%'")
        .query(String.class)
        .list();
  }
}
