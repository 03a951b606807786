package io.slotkeeper.query.slot.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said of slots that are free or taken. {@link OfferReasonsTest} has the other rules. */
class SlotExplanationTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");
  private static final Origin OWN = new Origin("owner:x", "http:PUT /x", "chain");

  private final Recording recording = new Recording();
  private final History history = recording.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId slot = new SlotId(salon, chair, TEN);
  private final Http owner = recording.owner(salon);

  @BeforeEach
  void setUp() {
    recording.passes(Duration.ofMinutes(1));
    history.from(OWN);
  }

  @Test
  void explainsAFreeSlotByItsHours() {
    var told = ask(recording.anyone());

    assertThat(told.propertyNames())
        .containsExactly("slotId", "status", "rule", "words", "until", "event");
    assertRule(told, "AVAILABLE", "SlotIsFree");
    assertThat(told.path("words").asString()).endsWith(".");
    assertThat(told.path("until").asString()).isEqualTo(TEN.toString());
    assertThat(told.path("event").toString())
        .isEqualTo(
            "{\"aggregate\":\"business\",\"type\":\"business.registered\",\"version\":0,"
                + "\"at\":\"2026-12-01T11:00:00Z\"}");
    assertThat(ask(owner)).isEqualTo(told);
  }

  @Test
  void tellsTheOwnerOfAReservationAndOthersNothing() {
    var booking = history.request(slot, HALF_HOUR);

    var told = ask(owner);

    assertRule(told, "RESERVED", "SlotMustBeFree");
    assertThat(told.path("bookingId").asString()).isEqualTo(booking.value());
    assertThat(told.path("since").asString()).isEqualTo("2026-12-01T11:01:00Z");
    assertThat(told.path("until").asString()).isEqualTo("2026-12-01T13:01:00Z");
    assertSlotEvent(told, "slot.reserved", 0);
    assertTakenAndNoMore(booking);
  }

  @Test
  void tellsTheOwnerOfABookingAndOthersNothing() {
    var booking = history.book(slot, HALF_HOUR);

    var told = ask(owner);

    assertRule(told, "BOOKED", "SlotMustBeFree");
    assertThat(told.path("bookingId").asString()).isEqualTo(booking.value());
    assertThat(told.has("until")).isFalse();
    assertSlotEvent(told, "slot.booked", 1);
    assertTakenAndNoMore(booking);
  }

  @Test
  void tellsTheOwnerOfABlockAndOthersNothing() {
    block(slot, HALF_HOUR);

    var told = ask(owner);

    assertRule(told, "BLOCKED", "SlotMustBeFree");
    assertThat(told.has("bookingId")).isFalse();
    assertSlotEvent(told, "slot.blocked", 0);
    assertTakenAndNoMore(history.ids().newBookingId());
  }

  @Test
  void countsALapsedReservationAsFree() {
    var booking = history.request(slot, HALF_HOUR);
    recording.passes(Duration.ofHours(2).minusMillis(1));
    assertRule(ask(owner), "RESERVED", "SlotMustBeFree");
    recording.passes(Duration.ofMillis(1));

    var told = ask(owner);

    assertRule(told, "AVAILABLE", "ReservationHasLapsed");
    assertThat(told.path("since").asString()).isEqualTo("2026-12-01T13:01:00Z");
    assertThat(told.path("bookingId").asString()).isEqualTo(booking.value());
    assertSlotEvent(told, "slot.reserved", 0);
    assertFreeAsIfNothingHadHappened();
  }

  @Test
  void tellsTheOwnerWhatGaveASlotBack() {
    var booking = history.book(slot, HALF_HOUR);
    history.add(new SlotReleased(slot.toString(), booking.value(), "CANCELLED"));

    assertRule(ask(owner), "AVAILABLE", "SlotIsFree");
    assertSlotEvent(ask(owner), "slot.released", 2);
    assertThat(ask(owner).has("bookingId")).isFalse();
    assertFreeAsIfNothingHadHappened();

    block(slot, HALF_HOUR);
    history.add(new SlotUnblocked(slot.toString()));
    assertSlotEvent(ask(owner), "slot.unblocked", 4);
    assertFreeAsIfNothingHadHappened();
  }

  @Test
  void namesTheSlotThatOverlaps() {
    var other = new SlotId(salon, chair, TEN.minus(HALF_HOUR));
    var booking = history.book(other, Duration.ofMinutes(45));

    var told = ask(owner);

    assertRule(told, "UNAVAILABLE", "SlotMustBeFree");
    assertThat(told.path("overlappedBy").asString()).isEqualTo(other.toString());
    assertThat(told.path("bookingId").asString()).isEqualTo(booking.value());
    assertSlotEvent(told, "slot.booked", 1);
    assertTakenAndNoMore(booking);
    assertThat(ask(recording.anyone()).toString()).doesNotContain(other.toString());

    history.add(new SlotReleased(other.toString(), booking.value(), "CANCELLED"));
    assertRule(ask(owner), "AVAILABLE", "SlotIsFree");
  }

  @Test
  void overlooksSlotsThatOnlyTouchOrAreOfAnotherResource() {
    history.book(new SlotId(salon, chair, TEN.minus(HALF_HOUR)), HALF_HOUR);
    history.book(new SlotId(salon, chair, TEN.plus(HALF_HOUR)), HALF_HOUR);
    history.book(new SlotId(salon, history.newResource(), TEN), HALF_HOUR);
    history.request(new SlotId(salon, chair, TEN.plusSeconds(600)), HALF_HOUR);
    recording.passes(Duration.ofHours(3));

    assertRule(ask(owner), "AVAILABLE", "SlotIsFree");
  }

  @Test
  void readsTheSlotItselfAndNotWhatTheProjectionKnowsOfIt() {
    ask(owner);
    var slots = recording.processor("slots");
    slots.shutDown();
    try {
      var booking = history.book(slot, HALF_HOUR);
      recording.append();
      assertRule(owner.get(path()).body(), "BOOKED", "SlotMustBeFree");
      history.add(new SlotReleased(slot.toString(), booking.value(), "CANCELLED"));
      recording.append();
      assertRule(owner.get(path()).body(), "AVAILABLE", "SlotIsFree");
    } finally {
      slots.start();
    }
  }

  @Test
  void saysTheSameStatusAsTheSlotItself() {
    var free = new SlotId(salon, chair, TEN.plus(HALF_HOUR));
    var reserved = new SlotId(salon, chair, TEN.plus(HALF_HOUR.multipliedBy(2)));
    var blocked = new SlotId(salon, chair, TEN.plus(HALF_HOUR.multipliedBy(3)));
    history.book(slot, HALF_HOUR);
    history.request(reserved, HALF_HOUR);
    block(blocked, HALF_HOUR);
    recording.appendAndProject();

    for (var caller : List.of(owner, recording.anyone())) {
      for (var each : List.of(slot, free, reserved, blocked)) {
        var path = "/api/slots/" + each;
        assertThat(caller.get(path + "/explain").body().path("status"))
            .isEqualTo(caller.get(path).body().path("status"));
      }
    }
  }

  @Test
  void findsNothingOfAnUnknownBusiness() {
    recording.appendAndProject();
    var unknown = new SlotId(history.ids().newBusinessId(), chair, TEN);

    for (var id : List.of(unknown.toString(), "nonsense", salon.value())) {
      var answer = owner.get("/api/slots/" + id + "/explain");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("not-found");
    }
    assertThat(recording.anyone().head(path())).isEqualTo(200);
    assertThat(new Http(recording.service(), "nonsense").get(path()).status()).isEqualTo(401);
    assertThat(owner.get(path() + "?asOf=x").refused()).containsExactly("asOf");
  }

  private void block(SlotId id, Duration length) {
    var resource = id.resourceId().value();
    var end = id.start().plus(length);
    history.add(new SlotBlocked(id.toString(), salon.value(), resource, id.start(), end));
  }

  /** What the slot tells everybody who is not its owner. */
  private void assertTakenAndNoMore(BookingId booking) {
    var rival = recording.owner(history.salon(history.newResource()));
    var callers = List.of(recording.anyone(), recording.customer(booking), rival);
    for (var caller : callers) {
      assertThat(ask(caller).toString())
          .isEqualTo(
              "{\"slotId\":\"%s\",\"status\":\"UNAVAILABLE\",".formatted(slot)
                  + "\"rule\":\"SlotMustBeFree\",\"words\":\"The slot is taken.\"}");
    }
  }

  private void assertFreeAsIfNothingHadHappened() {
    var never = new SlotId(salon, chair, TEN.plus(Duration.ofDays(1)));
    var told = recording.anyone().get("/api/slots/" + never + "/explain").body();
    var expected =
        told.toString()
            .replace(never.toString(), slot.toString())
            .replace("2026-12-03T09:00:00Z", "2026-12-02T09:00:00Z");
    assertThat(ask(recording.anyone()).toString()).isEqualTo(expected);
  }

  private static void assertRule(JsonNode told, String status, String rule) {
    assertThat(told.path("status").asString()).isEqualTo(status);
    assertThat(told.path("rule").asString()).isEqualTo(rule);
  }

  private static void assertSlotEvent(JsonNode told, String type, long version) {
    var event = told.path("event");
    assertThat(event.path("aggregate").asString()).isEqualTo("slot");
    assertThat(event.path("type").asString()).isEqualTo(type);
    assertThat(event.path("version").asLong()).isEqualTo(version);
    assertThat(event.path("actor").asString()).isEqualTo("owner:x");
    assertThat(event.path("cause").asString()).isEqualTo("http:PUT /x");
    assertThat(event.path("correlation").asString()).isEqualTo("chain");
  }

  private JsonNode ask(Http caller) {
    recording.appendAndProject();
    var answer = caller.get(path());
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private String path() {
    return "/api/slots/" + slot + "/explain";
  }
}
