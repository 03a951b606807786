package io.slotkeeper.query.booking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BookingHistoryTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");
  private static final Origin REQUEST = new Origin("anyone", "http:POST /api/bookings", "first");

  private final Recording recording = new Recording();
  private final History history = recording.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId slot = new SlotId(salon, chair, TEN);
  private final Http owner = recording.owner(salon);

  @Test
  void tellsEachEventWithItsTimeAndOrigin() {
    var booking = history.from(REQUEST).request(slot, HALF_HOUR);
    recording.passes(Duration.ofMinutes(5));
    history
        .from(new Origin("owner:" + salon, "whatsapp:approve", "second"))
        .add(new BookingEvent.BookingConfirmed(booking.value(), salon.value()));
    recording.passes(Duration.ofMinutes(5));
    var other = new SlotId(salon, chair, TEN.plus(HALF_HOUR));
    history
        .from(new Origin("customer:" + booking, "http:POST /x", "third"))
        .add(moved(booking.value(), slot, other))
        .add(
            new BookingEvent.BookingCancelled(
                booking.value(), salon.value(), "CUSTOMER", History.sealed("ill")));
    recording.appendAndProject();

    var answer = owner.get("/api/bookings/" + booking + "/history");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).startsWith("application/json");
    assertThat(answer.body().propertyNames()).containsExactly("bookingId", "entries");
    assertThat(answer.body().path("bookingId").asString()).isEqualTo(booking.value());
    var entries = answer.body().path("entries");
    assertThat(texts(entries, "type"))
        .containsExactly(
            "booking.requested", "booking.confirmed", "booking.rescheduled", "booking.cancelled");
    assertThat(texts(entries, "version")).containsExactly("0", "1", "2", "3");
    assertThat(texts(entries, "at"))
        .containsExactly(
            "2026-12-01T11:00:00Z",
            "2026-12-01T11:05:00Z",
            "2026-12-01T11:10:00Z",
            "2026-12-01T11:10:00Z");
    assertThat(texts(entries, "actor"))
        .containsExactly("anyone", "owner:" + salon, "customer:" + booking, "customer:" + booking);
    assertThat(texts(entries, "cause"))
        .containsExactly(
            "http:POST /api/bookings", "whatsapp:approve", "http:POST /x", "http:POST /x");
    assertThat(texts(entries, "correlation")).containsExactly("first", "second", "third", "third");
    assertThat(entries.get(1).path("details").toString()).isEqualTo("{}");
    assertThat(entries.get(3).path("details").toString())
        .isEqualTo("{\"by\":\"CUSTOMER\",\"reason\":\"ill\"}");
    assertThat(entries.get(2).path("details").path("previousSlotId").asString())
        .isEqualTo(slot.toString());
    assertThat(entries.get(2).path("details").has("until")).isFalse();
    assertThat(recording.customer(booking).get("/api/bookings/" + booking + "/history").body())
        .isEqualTo(answer.body());
  }

  @Test
  void tellsWhatWasAskedForWithoutTheNumber() {
    var booking = history.request(slot, HALF_HOUR);
    recording.appendAndProject();

    var details = entries(owner, booking.value()).get(0).path("details");

    assertThat(details.propertyNames())
        .containsExactlyInAnyOrder(
            "resourceId",
            "slotId",
            "start",
            "end",
            "until",
            "customerName",
            "note",
            "consentAt",
            "consentWords",
            "approval",
            "reminders");
    assertThat(details.path("until").asString()).isEqualTo("2026-12-01T13:00:00Z");
    assertThat(details.path("reminders").toString()).isEqualTo("[\"PT24H\"]");
    assertThat(details.toString()).doesNotContain("+34600333444");
  }

  @Test
  void tellsOldEventsWithoutAnOrigin() {
    var booking = history.request(slot, HALF_HOUR);
    history.from(REQUEST).add(new BookingEvent.BookingConfirmed(booking.value(), salon.value()));
    recording.appendAndProject();

    var entries = entries(owner, booking.value());

    assertThat(entries.get(0).propertyNames()).containsExactly("version", "type", "at", "details");
    assertThat(entries.get(1).propertyNames())
        .containsExactly("version", "type", "at", "actor", "cause", "correlation", "details");
  }

  @Test
  void tellsWhatTheProjectionDoesNotKnowYet() {
    var bookings = recording.processor("bookings");
    bookings.shutDown();
    try {
      var booking = history.book(slot, HALF_HOUR);
      recording.append();
      var customer = recording.customer(booking);

      assertThat(customer.get("/api/bookings/" + booking).status()).isEqualTo(404);
      assertThat(entries(customer, booking.value()).size()).isEqualTo(2);
      var now = customer.get("/api/bookings/" + booking + "?asOf=" + QueryService.NOW);
      assertThat(now.body().path("status").asString()).isEqualTo("CONFIRMED");
    } finally {
      bookings.start();
    }
  }

  @Test
  void leavesOutAllButTheNewestOfManyEvents() {
    var booking = history.book(slot, HALF_HOUR);
    var other = new SlotId(salon, chair, TEN.plus(HALF_HOUR));
    for (int i = 0; i < 260; i++) {
      history.add(moved(booking.value(), slot, other)).add(moved(booking.value(), other, slot));
    }
    recording.appendAndProject();

    var entries = entries(owner, booking.value());

    assertThat(entries.size()).isEqualTo(500);
    assertThat(entries.get(0).path("version").asLong()).isEqualTo(22);
    assertThat(entries.get(499).path("version").asLong()).isEqualTo(521);
  }

  @Test
  void isClosedToWhomTheBookingIsClosed() {
    var booking = history.book(slot, HALF_HOUR);
    var stranger = history.book(new SlotId(salon, chair, TEN.plus(HALF_HOUR)), HALF_HOUR);
    var rival = recording.owner(history.salon(history.newResource()));
    recording.appendAndProject();
    var customer = recording.customer(booking);
    var path = "/api/bookings/" + booking;
    var callers =
        List.of(
            owner,
            customer,
            rival,
            recording.customer(stranger),
            recording.anyone(),
            new Http(recording.service(), "nonsense"),
            new Http(recording.service(), "admin-of-the-tests"));

    assertThat(callers)
        .extracting(caller -> caller.get(path).status())
        .containsExactly(200, 200, 404, 404, 401, 401, 404);
    for (var caller : callers) {
      for (var memory : List.of("/history", "?asOf=" + QueryService.NOW, "?asOf=nonsense")) {
        var answer = caller.get(path + memory);
        var plain = caller.get(path);
        if (plain.status() != 200) {
          assertThat(answer.status()).isEqualTo(plain.status());
          assertThat(withoutPath(answer.body())).isEqualTo(withoutPath(plain.body()));
        }
      }
      assertThat(caller.head(path + "/history")).isEqualTo(caller.head(path));
    }
  }

  @Test
  void findsNothingOfAnUnknownBooking() {
    recording.appendAndProject();
    var unknown = history.ids().newBookingId();

    for (var path : List.of("/history", "?asOf=" + QueryService.NOW)) {
      assertThat(owner.get("/api/bookings/" + unknown + path).status()).isEqualTo(404);
      assertThat(owner.get("/api/bookings/nonsense" + path).status()).isEqualTo(404);
      // Its token is good, so that the answer is the store's.
      var customer = recording.customer(unknown);
      assertThat(customer.get("/api/bookings/" + unknown + path).code()).isEqualTo("not-found");
    }
  }

  @Test
  void refusesParametersThatNobodyReads() {
    var booking = history.book(slot, HALF_HOUR);
    recording.appendAndProject();

    var answer = owner.get("/api/bookings/" + booking + "/history?asOf=2026-12-01T10:00:00Z");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.refused()).containsExactly("asOf");
  }

  private static BookingEvent moved(String id, SlotId from, SlotId to) {
    return new BookingEvent.BookingRescheduled(
        id,
        to.businessId().value(),
        from.toString(),
        to.toString(),
        to.resourceId().value(),
        to.start(),
        to.start().plus(HALF_HOUR),
        "CONFIRMED",
        null,
        "CUSTOMER");
  }

  private static JsonNode entries(Http caller, String booking) {
    return caller.get("/api/bookings/" + booking + "/history").body().path("entries");
  }

  private static List<String> texts(JsonNode entries, String name) {
    return entries.valueStream().map(entry -> entry.path(name).asString()).toList();
  }

  private static JsonNode withoutPath(JsonNode problem) {
    return ((ObjectNode) problem.deepCopy()).without("instance");
  }
}
