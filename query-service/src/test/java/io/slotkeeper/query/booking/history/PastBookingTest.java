package io.slotkeeper.query.booking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.Recording;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PastBookingTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final Recording recording = new Recording();
  private final History history = recording.history();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final SlotId slot = new SlotId(salon, chair, TEN);
  private final SlotId later = new SlotId(salon, chair, TEN.plus(Duration.ofDays(1)));
  private final Http owner = recording.owner(salon);
  private BookingId booking = history.ids().newBookingId();

  @BeforeEach
  void setUp() {
    recording.passes(Duration.ofMinutes(1));
    booking = history.request(slot, HALF_HOUR);
  }

  @Test
  void showsEachStepOfItsLife() {
    recording.passes(Duration.ofMinutes(10));
    history.add(new BookingEvent.BookingConfirmed(booking.value(), salon.value()));
    recording.passes(Duration.ofMinutes(10));
    history.add(
        new BookingEvent.BookingRescheduled(
            booking.value(),
            salon.value(),
            slot.toString(),
            later.toString(),
            chair.value(),
            later.start(),
            later.start().plus(HALF_HOUR),
            "CONFIRMED",
            null,
            "CUSTOMER"));
    recording.passes(Duration.ofMinutes(10));
    history.add(
        new BookingEvent.BookingCancelled(
            booking.value(), salon.value(), "BUSINESS", History.sealed("flood")));
    recording.passes(Duration.ofMinutes(10));
    recording.appendAndProject();

    assertThat(get("2026-12-01T11:00:59.999Z").status()).isEqualTo(404);
    assertThat(get("2026-12-01T11:00:59.999Z").code()).isEqualTo("not-found");
    assertStep("2026-12-01T11:01:00Z", "PENDING", 0, slot);
    assertThat(at("2026-12-01T11:01:00Z").path("until").asString())
        .isEqualTo("2026-12-01T13:01:00Z");
    assertStep("2026-12-01T11:10:59.999Z", "PENDING", 0, slot);
    assertStep("2026-12-01T11:11:00Z", "CONFIRMED", 1, slot);
    assertThat(at("2026-12-01T11:11:00Z").has("until")).isFalse();
    assertStep("2026-12-01T11:20:59.999Z", "CONFIRMED", 1, slot);
    assertStep("2026-12-01T11:21:00Z", "CONFIRMED", 2, later);
    assertStep("2026-12-01T11:30:59.999Z", "CONFIRMED", 2, later);
    assertStep("2026-12-01T11:31:00Z", "CANCELLED", 3, later);
    assertThat(at("2026-12-01T11:31:00Z").path("reason").asString()).isEqualTo("flood");
    assertThat(at("2026-12-01T11:41:00Z")).isEqualTo(owner.get(path("")).body());
  }

  @Test
  void expiresByTheClockOfThen() {
    recording.passes(Duration.ofHours(5));
    history.add(new BookingEvent.BookingExpired(booking.value(), salon.value()));
    recording.appendAndProject();

    assertStep("2026-12-01T13:00:59.999Z", "PENDING", 0, slot);
    assertStep("2026-12-01T13:01:00Z", "EXPIRED", 0, slot);
    assertThat(at("2026-12-01T13:01:00Z").has("until")).isFalse();
    assertStep("2026-12-01T16:01:00Z", "EXPIRED", 1, slot);
  }

  @Test
  void showsTheZoneOfThen() {
    recording.passes(Duration.ofMinutes(10));
    history.add(
        new BusinessEvent.BusinessProfileChanged(
            salon.value(), "Salon", "America/New_York", "+34600111222", "es"));
    recording.appendAndProject();

    var before = at("2026-12-01T11:10:59.999Z");
    var after = at("2026-12-01T11:11:00Z");

    assertThat(before.path("timeZone").asString()).isEqualTo("Europe/Madrid");
    assertThat(before.path("localStart").asString()).isEqualTo("2026-12-02T10:00:00+01:00");
    assertThat(after.path("timeZone").asString()).isEqualTo("America/New_York");
    assertThat(after.path("localStart").asString()).isEqualTo("2026-12-02T04:00:00-05:00");
    assertThat(after).isEqualTo(owner.get(path("")).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01T12:01:00%2B01:00",
        "2026-12-01T06:01:00-05:00",
        "2026-12-01T11:01Z",
        "2026-12-01T11:01:00.000000000Z"
      })
  void takesAnInstantWithZOrAnOffset(String instant) {
    recording.appendAndProject();

    assertThat(at(instant).path("status").asString()).isEqualTo("PENDING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%20",
        "now",
        "2026-12-01",
        "2026-12-01T11:01:00",
        "2026-12-01T11:01:00+01:00",
        "2026-12-01T24:00:00Z",
        "2026-02-30T11:01:00Z",
        "2026-12-01T11:01:00Z%20",
        "%202026-12-01T11:01:00Z",
        "2026-12-01T11:01:00%5BEurope/Madrid%5D",
        "1796122860",
        "%00",
        "2026-12-01T11:01:00Z&asOf=2026-12-01T11:01:00Z",
        "2026-12-01T11:01:00.001Z",
        "2026-12-01T11:01:00-00:01",
        "9999-12-31T00:00:00Z",
        "%2B999999999-12-31T23:59:59.999999999-18:00"
      })
  void refusesWhatIsNoInstantUpToNow(String instant) {
    recording.appendAndProject();

    var answer = get(instant);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("validation-failed");
    assertThat(answer.refused()).containsExactly("asOf");
  }

  @Test
  void findsNothingBeforeTheBeginningHoweverLongAgo() {
    recording.appendAndProject();

    assertThat(get("1970-01-01T00:00:00Z").status()).isEqualTo(404);
    assertThat(get("-999999999-01-01T00:00:00%2B18:00").status()).isEqualTo(404);
    assertThat(recording.customer(booking).get(path("?asOf=1970-01-01T00:00:00Z")).status())
        .isEqualTo(404);
  }

  @Test
  void answersItsCustomerTheSame() {
    recording.appendAndProject();
    var query = path("?asOf=" + QueryService.NOW.plus(Duration.ofMinutes(1)));

    assertThat(recording.customer(booking).get(query).body()).isEqualTo(owner.get(query).body());
  }

  private void assertStep(String instant, String status, long version, SlotId held) {
    var shown = at(instant);
    assertThat(shown.path("status").asString()).isEqualTo(status);
    assertThat(shown.path("version").asLong()).isEqualTo(version);
    assertThat(shown.path("slotId").asString()).isEqualTo(held.toString());
    assertThat(shown.path("requestedAt").asString()).isEqualTo("2026-12-01T11:01:00Z");
  }

  private JsonNode at(String instant) {
    var answer = get(instant);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private Http.Answer get(String instant) {
    return owner.get(path("?asOf=" + instant));
  }

  private String path(String query) {
    return "/api/bookings/" + booking + query;
  }
}
