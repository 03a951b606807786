package io.slotkeeper.query.slot.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is said of slots that the business does not offer: the same to everybody but for origins.
 */
class OfferReasonsTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");
  private static final List<String> ORIGIN = List.of("actor", "cause", "correlation");

  private final Recording recording = new Recording();
  private final History history = recording.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final String id = salon.value();
  private final SlotId slot = slot("2026-12-02T09:00:00Z");
  private final Http owner = recording.owner(salon);

  @BeforeEach
  void setUp() {
    recording.passes(Duration.ofMinutes(1));
    history.from(new Origin("owner:" + salon, "http:PUT /x", "chain"));
  }

  @Test
  void namesTheHoursOfTheWeek() {
    assertRule(ask(slot("2026-12-02T08:30:00Z")), "SlotMustBeOnTheTimetable");
    assertEvent(ask(slot("2026-12-02T08:30:00Z")), "business.registered", 0);

    history.add(
        new BusinessEvent.OpeningHoursSet(
            id, Map.of("MONDAY", List.of(new RangeEntry("10:00", "20:00")))));

    var told = ask(slot);
    assertRule(told, "SlotMustBeOnTheTimetable");
    assertThat(told.path("words").asString())
        .isEqualTo("The business is not open on 2026-12-02 10:00.");
    assertEvent(told, "business.opening-hours-set", 2);
    assertEvent(ask(slot("2026-12-07T09:00:00Z")), "business.opening-hours-set", 2);
    assertRule(ask(slot("2026-12-07T09:00:00Z")), "SlotIsFree");
  }

  @Test
  void namesTheSpecialHoursOfTheDate() {
    var hours = List.of(new RangeEntry("08:00", "09:30"));
    history
        .add(new BusinessEvent.SpecialHoursSet(id, "2026-12-02", hours))
        .add(new BusinessEvent.SpecialHoursSet(id, "2026-12-03", hours));

    assertRule(ask(slot), "SlotMustBeOnTheTimetable");
    assertEvent(ask(slot), "business.special-hours-set", 2);
    var early = ask(slot("2026-12-02T08:00:00Z"));
    assertRule(early, "SlotIsFree");
    assertEvent(early, "business.special-hours-set", 2);

    history.add(new BusinessEvent.SpecialHoursCleared(id, "2026-12-02"));
    assertRule(ask(slot), "SlotIsFree");
    assertEvent(ask(slot), "business.registered", 0);
  }

  @Test
  void namesTheSlotLengthWhereTheBusinessIsOpen() {
    var between = slot("2026-12-02T09:30:00Z");
    policy(Duration.ofMinutes(45), Duration.ZERO, 30);

    var told = ask(between);

    assertRule(told, "SlotMustBeOnTheTimetable");
    assertThat(told.path("words").asString())
        .isEqualTo("No slot of 45 min starts on 2026-12-02 10:30.");
    assertEvent(told, "business.booking-policy-set", 2);
    history.add(
        new BusinessEvent.OpeningHoursSet(
            id, Map.of("WEDNESDAY", List.of(new RangeEntry("10:00", "12:00")))));
    assertEvent(ask(between), "business.opening-hours-set", 3);
  }

  @Test
  void namesTheClosureThatTouchesTheSlot() {
    close("2026-12-02T10:30", "2026-12-02T11:00", null);
    close("2026-12-02T09:00", "2026-12-02T10:15", chair);
    close("2026-12-02T10:00", "2026-12-02T10:30", history.newResource());

    var told = ask(slot);

    assertRule(told, "SlotMustNotBeInAClosure");
    assertThat(told.path("words").asString())
        .isEqualTo("The resource is closed from 2026-12-02 09:00 to 2026-12-02 10:15.");
    assertThat(told.path("since").asString()).isEqualTo("2026-12-02T08:00:00Z");
    assertThat(told.path("until").asString()).isEqualTo("2026-12-02T09:15:00Z");
    assertEvent(told, "business.closure-added", 3);
    var next = ask(slot("2026-12-02T09:30:00Z"));
    assertThat(next.path("words").asString()).startsWith("The business is closed from");
    assertEvent(next, "business.closure-added", 2);
  }

  @Test
  void forgetsAClosureThatWasRemoved() {
    var closure = close("2026-12-02T00:00", "2026-12-03T00:00", null);
    assertRule(ask(slot), "SlotMustNotBeInAClosure");
    history.add(new BusinessEvent.ClosureRemoved(id, closure));

    assertRule(ask(slot), "SlotIsFree");
  }

  @Test
  void namesTheMinimumNotice() {
    policy(HALF_HOUR, Duration.ofMinutes(90), 30);
    var lastMoment = Duration.between(recording.service().clock().instant(), TEN).minusMinutes(90);
    recording.passes(lastMoment);
    assertRule(ask(slot), "SlotIsFree");
    assertThat(ask(slot).path("until").asString()).isEqualTo("2026-12-02T07:30:00Z");
    recording.passes(Duration.ofMillis(1));

    var told = ask(slot);

    assertRule(told, "SlotMustLeaveMinimumNotice");
    assertThat(told.path("words").asString())
        .isEqualTo("Bookings are taken until 1 h 30 min before the start.");
    assertThat(told.path("since").asString()).isEqualTo("2026-12-02T07:30:00Z");
    assertEvent(told, "business.booking-policy-set", 2);
  }

  @Test
  void namesTheHorizon() {
    var far = slot("2027-01-01T09:00:00Z");
    assertEvent(ask(far), "business.registered", 0);
    policy(HALF_HOUR, Duration.ZERO, 10);

    var told = ask(far);

    assertRule(told, "SlotMustBeWithinTheHorizon");
    assertThat(told.path("words").asString())
        .isEqualTo("Bookings are taken 10 days ahead: from 2026-12-22 on.");
    assertThat(told.path("until").asString()).isEqualTo("2026-12-21T23:00:00Z");
    assertEvent(told, "business.booking-policy-set", 2);
    var now = recording.service().clock().instant();
    recording.passes(Duration.between(now, Instant.parse("2026-12-21T23:00:00Z")));
    assertRule(ask(far), "SlotIsFree");
  }

  @Test
  void namesWhatTheBusinessDoesNotHaveAnyMore() {
    var unknown = new SlotId(salon, history.newResource(), TEN);
    assertRule(ask(unknown), "ResourceMustBeOffered");
    assertThat(ask(unknown).has("event")).isFalse();
    history.add(new BusinessEvent.ResourceRetired(id, chair.value()));

    var told = ask(slot);

    assertRule(told, "ResourceMustBeOffered");
    assertThat(told.path("since").asString()).isEqualTo("2026-12-01T11:01:00Z");
    assertEvent(told, "business.resource-retired", 2);
  }

  @Test
  void namesASuspensionAndAnEnd() {
    history.add(new BusinessEvent.BusinessSuspended(id));
    assertRule(ask(slot), "BusinessMustBeActive");
    assertEvent(ask(slot), "business.suspended", 2);
    assertThat(ask(slot).path("words").asString()).contains("for now");

    history.add(new BusinessEvent.BusinessResumed(id));
    assertRule(ask(slot), "SlotIsFree");

    history.add(new BusinessEvent.BusinessClosed(id));
    assertRule(ask(slot), "BusinessMustBeActive");
    assertEvent(ask(slot), "business.closed", 4);
    assertThat(ask(slot).path("words").asString()).contains("for good");
  }

  @Test
  void namesTheBeginning() {
    recording.passes(Duration.between(recording.service().clock().instant(), TEN));

    var told = ask(slot);

    assertRule(told, "SlotMustNotHaveBegun");
    assertThat(told.path("since").asString()).isEqualTo(TEN.toString());
    assertThat(told.has("event")).isFalse();
  }

  @Test
  void tellsTheOwnerOfWhatIsTakenFirstAndOthersOfTheRuleAlone() {
    var booking = history.book(slot, HALF_HOUR);
    close("2026-12-02T00:00", "2026-12-03T00:00", null);
    recording.appendAndProject();

    var others = get(recording.anyone(), slot);
    var own = get(owner, slot);

    assertThat(others.path("status").asString()).isEqualTo("UNAVAILABLE");
    assertRule(others, "SlotMustNotBeInAClosure");
    assertThat(others.toString()).doesNotContain(booking.value());
    assertThat(own.path("status").asString()).isEqualTo("BOOKED");
    assertRule(own, "SlotMustBeFree");
  }

  private String close(String from, String to, @Nullable ResourceId resource) {
    var closure = history.ids().newClosureId().value();
    var resourceId = resource == null ? null : resource.value();
    history.add(new BusinessEvent.ClosureAdded(id, closure, from, to, resourceId, "holidays"));
    return closure;
  }

  private void policy(Duration length, Duration notice, int horizonDays) {
    var standard = BookingPolicy.DEFAULT;
    var policy =
        new BookingPolicy(
            length,
            standard.approval(),
            standard.approvalWindow(),
            notice,
            horizonDays,
            standard.cancellationCutOff(),
            standard.reminders());
    history.add(new BusinessEvent.BookingPolicySet(id, EventEntries.plain(policy)));
  }

  private SlotId slot(String start) {
    return new SlotId(salon, chair, Instant.parse(start));
  }

  private static void assertRule(JsonNode told, String rule) {
    assertThat(told.path("rule").asString()).isEqualTo(rule);
    var free = rule.equals("SlotIsFree");
    if (!rule.equals("SlotMustBeFree")) {
      assertThat(told.path("status").asString()).isEqualTo(free ? "AVAILABLE" : "UNAVAILABLE");
    }
    assertThat(told.path("words").asString()).isNotBlank().endsWith(".");
  }

  private static void assertEvent(JsonNode told, String type, long version) {
    assertThat(told.path("event").path("type").asString()).isEqualTo(type);
    assertThat(told.path("event").path("version").asLong()).isEqualTo(version);
    assertThat(told.path("event").path("aggregate").asString()).isEqualTo("business");
    assertThat(told.path("event").path("at").asString()).startsWith("2026-12-01T11:0");
    // The first two events of each history have no origin.
    assertThat(told.path("event").has("actor")).isEqualTo(version > 1);
  }

  /** What the owner is told, after making sure that others are told the same without origins. */
  private JsonNode ask(SlotId asked) {
    recording.appendAndProject();
    var told = get(owner, asked);
    var expected = (ObjectNode) told.deepCopy();
    if (expected.path("event") instanceof ObjectNode event) {
      event.remove(ORIGIN);
    }
    assertThat(get(recording.anyone(), asked)).isEqualTo(expected);
    return told;
  }

  private static JsonNode get(Http caller, SlotId asked) {
    var answer = caller.get("/api/slots/" + asked + "/explain");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }
}
