package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.Trouble;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildTest extends Rebuilding {
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
    assertThat(atOnce()).isZero();
    var booking = book(1);
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 2);
    assertThat(service.tables().toString()).contains(booking.value());
    assertThat(indexes()).contains("booking_of_business", "booking_pkey", "slot_of_business");
  }

  @Test
  void takesTheNextWhereAnotherNodeLeadsTheFirst() {
    book(5);
    awaitCaughtUp();
    try (var leader = LeaderLock.of(database, "bookings")) {
      assertThat(leader.connection()).isNotNull();
      admin.post(PROJECTIONS + "bookings/rebuild");
      admin.post(PROJECTIONS + "slots/rebuild");

      awaitState("slots", RebuildState.DONE);

      assertThat(state("bookings")).isEqualTo("REQUESTED");
    }
    awaitState("bookings", RebuildState.DONE);
  }

  /** Pairs of rebuilds that were led at the same time, for which readers would have to wait. */
  private long atOnce() {
    return service
        .jdbc()
        .sql(
            """
            SELECT count(*) FROM query.rebuild one JOIN query.rebuild other
                ON one.projection < other.projection
             WHERE one.started_at < other.ended_at AND other.started_at < one.ended_at
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void isDoneWithAllOfAnOldHistoryOfWhichLittleIsItsOwn() {
    book(20);
    awaitCaughtUp();
    database.execute("UPDATE command.DomainEventEntry SET timeStamp = '2000-01-01T00:00:00.000Z'");
    long newest = view("businesses").path("newest").asLong();
    // The token of what serves passes the events of others with its next claim.
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                service
                    .jdbc()
                    .sql(
                        """
                        SELECT count(*) FROM query.TokenEntry
                         WHERE processorName = 'businesses'
                           AND convert_from(token, 'UTF8') ~ ('"index" *: *' || :newest || '[,}]')
                        """)
                    .param("newest", newest)
                    .query(Long.class)
                    .single()
                    .equals(1L));

    admin.post(PROJECTIONS + "businesses/rebuild");
    awaitState("businesses", RebuildState.DONE);

    assertThat(view("businesses").path("rebuild").path("done").asLong()).isEqualTo(newest);
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

    start(Map.of());

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

    start(Map.of());

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
    database.execute("UPDATE query.projection SET version = version + 1 WHERE name = 'bookings'");
    book(1);
    await().atMost(PATIENCE).until(() -> view("slots").path("caughtUp").asBoolean());

    assertThat(service.tables()).hasSize(before.size() + 1);
    assertThat(view("bookings").path("deadLetters").asLong()).isZero();

    database.execute("UPDATE query.projection SET version = version - 1 WHERE name = 'bookings'");
    awaitCaughtUp();
    assertThat(service.tables()).hasSize(before.size() + 2);
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
}
