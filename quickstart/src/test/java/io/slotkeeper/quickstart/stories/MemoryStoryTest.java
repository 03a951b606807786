package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A booking that is made by HTTP, confirmed in the chat and cancelled, as it is told afterwards.
 */
class MemoryStoryTest {

  private static final String BOOKED = "story-booked";
  private static final String CANCELLED = "story-cancelled";

  private final Phone owner = Town.phone("+34611000101");
  private final Shop shop = Shop.open("MANUAL", owner.number(), "en");
  private final String slot = shop.freeSlots(4).getFirst();

  @Test
  void tellsWhoDidWhatAndWhatWasBetween() {
    explained("AVAILABLE", "SlotIsFree");
    assertThat(ownerExplains("AVAILABLE", "SlotIsFree").path("event").path("aggregate").asString())
        .isEqualTo("business");

    Reservation booking = book();
    Instant pending = now();
    explained("UNAVAILABLE", "SlotMustBeFree");
    JsonNode reserved = ownerExplains("RESERVED", "SlotMustBeFree");
    assertThat(reserved.path("bookingId").asString()).isEqualTo(booking.id());
    assertThat(origin(reserved.path("event")))
        .isEqualTo("slot.reserved by anyone through http:POST /api/bookings in " + BOOKED);

    JsonNode question = owner.awaitButton("Confirm");
    owner.tap(question, "Confirm");
    booking.awaitStatus("CONFIRMED");
    Instant confirmed = now();
    explained("UNAVAILABLE", "SlotMustBeFree");
    JsonNode booked = ownerExplains("BOOKED", "SlotMustBeFree");
    assertThat(booked.path("bookingId").asString()).isEqualTo(booking.id());
    assertThat(origin(booked.path("event")))
        .startsWith(
            "slot.booked by owner:%s through whatsapp:button confirm in whk_".formatted(shop.id()));

    booking
        .customer()
        .with("Correlation-Id", CANCELLED)
        .post(booking.path() + "/cancel", Map.of("reason", "Ill"))
        .expect(200);
    booking.awaitStatus("CANCELLED");
    Instant cancelled = now();
    explained("AVAILABLE", "SlotIsFree");
    JsonNode released = ownerExplains("AVAILABLE", "SlotIsFree");
    assertThat(released.has("bookingId")).isFalse();
    assertThat(origin(released.path("event")))
        .isEqualTo(
            "slot.released by customer:%s through http:POST /api/bookings/{bookingId}/cancel in %s"
                .formatted(booking.id(), CANCELLED));

    assertThat(asOf(booking, pending)).isEqualTo("PENDING");
    assertThat(asOf(booking, confirmed)).isEqualTo("CONFIRMED");
    assertThat(asOf(booking, cancelled)).isEqualTo("CANCELLED");
    assertHistory(booking, booked.path("event").path("correlation").asString());
  }

  private Reservation book() {
    Answer answer =
        Town.commands()
            .with("Correlation-Id", BOOKED)
            .post("/api/bookings", Shop.request(slot))
            .expect(201);
    var booking = shop.reservation(slot, answer);
    booking.awaitStatus("PENDING");
    return booking;
  }

  private void assertHistory(Reservation booking, String tapped) {
    Answer history = booking.customerReads().get(booking.path() + "/history").expect(200);

    assertThat(history.body().path("entries").valueStream().map(MemoryStoryTest::origin))
        .containsExactly(
            "booking.requested by anyone through http:POST /api/bookings in " + BOOKED,
            "booking.confirmed by owner:%s through whatsapp:button confirm in %s"
                .formatted(shop.id(), tapped),
            "booking.cancelled by customer:%s through http:POST /api/bookings/{bookingId}/cancel in %s"
                .formatted(booking.id(), CANCELLED));
    assertThat(history.body().path("entries").path(2).path("details").path("reason").asString())
        .isEqualTo("Ill");
    assertThat(shop.ownerReads().get(booking.path() + "/history").expect(200).body())
        .isEqualTo(history.body());
    Shop.open("MANUAL")
        .ownerReads()
        .get(booking.path() + "/history")
        .expectProblem(404, "not-found");
  }

  /** Nothing of who, nor of what happened to the slot, is for the public. */
  private void explained(String status, String rule) {
    JsonNode told = explanation(Town.queries(), status, rule);
    assertThat(told.has("bookingId")).isFalse();
    assertThat(told.path("event").path("aggregate").asString("business")).isEqualTo("business");
    assertThat(told.path("event").has("actor")).isFalse();
  }

  private JsonNode ownerExplains(String status, String rule) {
    return explanation(shop.ownerReads(), status, rule);
  }

  private JsonNode explanation(Http reader, String status, String rule) {
    JsonNode told = reader.get("/api/slots/" + slot + "/explain").expect(200).body();
    assertThat(told.path("status").asString()).as("%s", told).isEqualTo(status);
    assertThat(told.path("rule").asString()).isEqualTo(rule);
    return told;
  }

  private static String origin(JsonNode event) {
    return "%s by %s through %s in %s"
        .formatted(
            event.path("type").asString(),
            event.path("actor").asString(),
            event.path("cause").asString(),
            event.path("correlation").asString());
  }

  /** A moment with nothing else near it. */
  private static Instant now() {
    Town.pass(Duration.ofSeconds(1));
    Instant moment = Town.clock().instant();
    Town.pass(Duration.ofSeconds(1));
    return moment;
  }

  private static String asOf(Reservation booking, Instant moment) {
    return booking
        .customerReads()
        .get(booking.path() + "?asOf=" + moment)
        .expect(200)
        .text("status");
  }
}
