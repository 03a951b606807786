package io.slotkeeper.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.platform.security.ManageTokens;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.platform.web.ConsistencyToken;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init")
class FreshnessTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final int MOST_WAITING = 20;
  private static final String TOKEN = ConsistencyToken.HEADER;

  private static TestDatabase database;
  private static EventWriter writer;
  private static QueryService service;

  private final History history = service.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final Http anyone = new Http(service, null);
  private int appended;

  @BeforeAll
  static void start() {
    database = EventWriter.freshDatabase();
    writer = EventWriter.start(database);
    service =
        QueryService.start(
            database,
            new SettableClock(QueryService.NOW),
            Map.of(
                "slotkeeper.projections.letters-retry",
                "1h",
                "slotkeeper.freshness.most-waiting",
                MOST_WAITING));
  }

  @AfterAll
  static void stop() {
    service.close();
    writer.close();
  }

  @BeforeEach
  void openSalon() {
    append();
    // Processors that have begun: a first batch may take a while.
    assertThat(get(anyone, path(salon), token(salon.value(), 0), "wait=10").statusCode())
        .isEqualTo(200);
  }

  @Test
  void waitsUntilTheProjectionHasSeenTheBooking() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> waiting;
    BookingId booking;
    try (var late = Holdup.of(database, "booking")) {
      booking = history.book(slot(1), HALF_HOUR);
      append();
      var known = booking;
      assertBehind(get(customer(known), path(known), token(known.value(), 1), "wait=0"));
      waiting =
          CompletableFuture.supplyAsync(
              () -> get(customer(known), path(known), token(known.value(), 1), "wait=10"),
              Executors.newVirtualThreadPerTaskExecutor());
      late.awaitBlocked();
    }

    var answer = waiting.join();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("status").asString()).isEqualTo("CONFIRMED");
    assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=10");
  }

  @Test
  void answersAtOnceWhatWasSeenLongAgo() {
    var booking = history.book(slot(1), HALF_HOUR);
    append();
    var token = token(booking.value(), 1);
    assertThat(get(customer(booking), path(booking), token, "wait=10").statusCode()).isEqualTo(200);

    assertThat(get(customer(booking), path(booking), token, "wait=0").statusCode()).isEqualTo(200);
    var without = customer(booking).fetch(path(booking), TOKEN, token);
    assertThat(without.statusCode()).isEqualTo(200);
    assertThat(without.headers().firstValue("Preference-Applied")).isEmpty();
  }

  @Test
  void givesUpInTimeAndSaysWhenToAskAgain() throws Exception {
    try (var late = Holdup.of(database, "booking")) {
      var booking = history.book(slot(1), HALF_HOUR);
      append();
      late.awaitBlocked();

      assertBehind(get(customer(booking), path(booking), token(booking.value(), 0), "wait=1"));
      assertBehind(customer(booking).fetch(path(booking), TOKEN, token(booking.value(), 0)));
      assertBehind(get(owner(), path(salon) + "/bookings", token(booking.value(), 0), "wait=0"));
      assertBehind(
          get(anyone, path(salon) + "/calendar.ics?key=x", token(booking.value(), 0), "wait=0"));
      var head =
          customer(booking)
              .ask("HEAD", path(booking), TOKEN, token(booking.value(), 0), "Prefer", "wait=0");
      assertThat(head.statusCode()).isEqualTo(503);
    }
  }

  @Test
  void doesNotWaitForWhatTheAnswerDoesNotDependOn() throws Exception {
    try (var late = Holdup.of(database, "booking")) {
      var booking = history.book(slot(1), HALF_HOUR);
      append();
      var token = token(booking.value(), 1);
      late.awaitBlocked();

      var one = get(anyone, "/api/slots/" + slot(1), token, "wait=10");
      assertThat(json(one).path("status").asString()).isEqualTo("UNAVAILABLE");
      var listed =
          get(anyone, path(salon) + "/slots?from=2026-12-01&to=2026-12-01", token, "wait=10");
      assertThat(json(listed).path("slots").valueStream())
          .filteredOn(slot -> slot.path("slotId").asString().equals(slot(1).toString()))
          .extracting(slot -> slot.path("status").asString())
          .containsExactly("UNAVAILABLE");
      assertThat(get(anyone, path(salon), token, "wait=10").statusCode()).isEqualTo(200);
      assertThat(anyone.fetch("/api/health", TOKEN, token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void waitsForWhatWasAppendedAfterTheEventThatTheTokenNames() throws Exception {
    var booking = history.request(slot(1), HALF_HOUR);
    append();
    try (var late = Holdup.of(database, "slot")) {
      history.add(new BookingConfirmed(booking.value(), salon.value()));
      history.add(new SlotBooked(slot(1).toString(), booking.value()));
      append();
      late.awaitBlocked();

      var token = token(booking.value(), 1);

      assertBehind(get(anyone, "/api/slots/" + slot(1), token, "wait=0"));
      assertThat(get(customer(booking), path(booking), token, "wait=10").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void letsAnOwnerInRightAfterTheKeyWasMade() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> waiting;
    try (var late = Holdup.of(database, "business")) {
      var owner = owner();
      waiting =
          CompletableFuture.supplyAsync(
              () -> get(owner, path(salon) + "/notifications", token(salon.value(), 1), "wait=10"),
              Executors.newVirtualThreadPerTaskExecutor());
      late.awaitBlocked();
    }

    assertThat(waiting.join().statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "%%%", "bm9uc2Vuc2U", "a,b", "Ym9vay1pbmdANQ"})
  void refusesWhatIsNoToken(String token) {
    assertNoToken(anyone.fetch(path(salon), TOKEN, token));
  }

  @Test
  void refusesTokensOfTheFutureAndForgedOnes() {
    assertNoToken(anyone.fetch(path(salon), TOKEN, token(salon.value(), 1)));
    assertNoToken(anyone.fetch(path(salon), TOKEN, token(salon.value(), 999_999_999_999_999_999L)));
    assertNoToken(anyone.fetch(path(salon), TOKEN, token(history.ids().newBookingId().value(), 0)));
    assertNoToken(anyone.fetch("/api/nothing/here", TOKEN, token("x", 0)));
  }

  @Test
  void refusesTwoTokens() {
    var token = token(salon.value(), 0);
    assertNoToken(anyone.fetch(path(salon), TOKEN, token, TOKEN, token));
  }

  @Test
  void takesNoNoticeOfTokensWhereTheyHaveNoMeaning() {
    assertThat(anyone.fetch("/api/health", TOKEN, "nonsense").statusCode()).isEqualTo(200);
    assertThat(
            new Http(service, "admin-of-the-tests")
                .fetch("/api/admin/projections", TOKEN, "nonsense")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysAtOnceThatABookingWillNotGetThere() {
    var lost = history.ids().newBookingId();
    history.add(new BookingConfirmed(lost.value(), salon.value()));
    append();
    var other = history.book(slot(1), HALF_HOUR);
    append();
    assertThat(get(customer(other), path(other), token(other.value(), 1), "wait=10").statusCode())
        .isEqualTo(200);

    assertBehind(get(customer(lost), path(lost), token(lost.value(), 0), "wait=10"));
    // Neither the slots nor another booking wait for it.
    assertThat(get(anyone, "/api/slots/" + slot(1), token(lost.value(), 0), "wait=0").statusCode())
        .isEqualTo(200);
    assertThat(get(customer(other), path(other), token(other.value(), 1), "wait=0").statusCode())
        .isEqualTo(200);
  }

  @Test
  void letsOnlySoManyWait() throws Exception {
    try (var late = Holdup.of(database, "booking");
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var booking = history.book(slot(1), HALF_HOUR);
      append();
      var customer = customer(booking);
      var token = token(booking.value(), 1);
      var answers =
          IntStream.range(0, 2 * MOST_WAITING)
              .mapToObj(
                  client ->
                      CompletableFuture.supplyAsync(
                          () -> get(customer, path(booking), token, "wait=10"), clients))
              .toList();

      await()
          .until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= MOST_WAITING);
      late.release();

      assertThat(answers)
          .extracting(answer -> answer.join().statusCode())
          .containsOnly(200, 503)
          .filteredOn(status -> status == 200)
          .hasSize(MOST_WAITING);
    }
  }

  @Test
  void isUnavailableWhereItCannotBeKnownHowFarProjectionsAre() throws Exception {
    try (var away = Holdup.ofReaders(database, "tokenentry")) {
      away.awaitBlocked();

      var answer = get(anyone, path(salon), token(salon.value(), 0), "wait=10");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(json(answer).path("code").asString()).isEqualTo("unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  private HttpResponse<byte[]> get(Http caller, String path, String token, String preference) {
    return caller.fetch(path, TOKEN, token, "Prefer", preference);
  }

  private static void assertBehind(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(json(answer).path("code").asString()).isEqualTo("projection-behind");
  }

  private static void assertNoToken(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("code").asString()).isEqualTo("validation-failed");
    var error = json(answer).path("errors").path(0);
    assertThat(error.path("parameter").asString()).isEqualTo(TOKEN);
    assertThat(error.path("code").asString()).isEqualTo("not-a-consistency-token");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static String token(String id, long version) {
    return new ConsistencyToken(id, version).text();
  }

  private static String path(BusinessId id) {
    return "/api/businesses/" + id;
  }

  private static String path(BookingId id) {
    return "/api/bookings/" + id;
  }

  private Http owner() {
    var key = service.context().getBean(OwnerKeys.class).newKey(salon);
    history.add(new ApiKeyRotated(salon.value(), key.hash()));
    append();
    return new Http(service, key.text());
  }

  private static Http customer(BookingId id) {
    return new Http(service, service.context().getBean(ManageTokens.class).tokenOf(id));
  }

  private void append() {
    List<DomainEventMessage<?>> all = history.events();
    writer.append(all.subList(appended, all.size()));
    appended = all.size();
  }

  private SlotId slot(int number) {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(number + 1)));
  }
}
