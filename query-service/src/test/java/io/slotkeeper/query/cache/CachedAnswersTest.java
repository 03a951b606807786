package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.platform.security.OwnerKeys;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedAnswersTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");

  private final CachedService services = CachedService.shared();
  private final History history = services.cached().history();
  private final Changes changes = services.changes();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final String business = "/api/businesses/" + salon;
  private final String week = business + "/slots";
  private final String day = week + "?from=2026-12-02&to=2026-12-02";

  @BeforeEach
  void setUp() {
    at(QueryService.NOW);
    changes.apply(history.events());
    services.awaitQuiet(week);
  }

  @Test
  void answersFromRedisWithTheSameBytesAndHeaders() {
    services.awaitHit(business);
    var hits = services.count("slots", "hit");

    services.same(week);
    services.same(business);
    services.same(day + "&status=AVAILABLE&resource=" + chair);

    assertThat(services.count("slots", "hit")).isEqualTo(hits + 2);
  }

  @Test
  void measuresQuestionsFillsAndTheBreaker() {
    var meters = services.cached().context().getBean(MeterRegistry.class);

    assertThat(meters.get("slotkeeper.cache.fill").tag("cache", "slots").timer().count())
        .isPositive();
    assertThat(services.count("slots", "hit")).isPositive();
    assertThat(services.count("slots", "miss")).isPositive();
    assertThat(
            meters
                .get("resilience4j.circuitbreaker.state")
                .tags("name", "cache", "state", "closed")
                .gauge()
                .value())
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "text/html",
        "application/hal+json",
        "application/yaml"
      })
  void negotiatesAsWithoutACache(String accept) {
    services.same(week, "Accept", accept);
    services.same(business, "Accept", accept);
  }

  @Test
  void refusesAsWithoutACache() {
    services.same(week + "?from=2026-12-02&to=2026-12-01");
    services.same(week + "?from=x");
    services.same("/api/businesses/" + history.ids().newBusinessId());
    services.same("/api/businesses/" + history.ids().newBusinessId() + "/slots");
  }

  @Test
  void answersTheOwnerFromPostgresql() {
    var key = services.cached().context().getBean(OwnerKeys.class).newKey(salon);
    history.add(new BusinessEvent.ApiKeyRotated(salon.value(), key.hash()));
    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);
    changes.apply(history.events());
    services.awaitHit(week);
    services.awaitHit(business);

    var owner = new Http(services.cached(), key.text());

    assertThat(owner.get(business).body().has("whatsappNumber")).isTrue();
    assertThat(owner.raw(day).body()).contains("BOOKED");
    assertThat(services.same(day)).doesNotContain("BOOKED");
    assertThat(services.same(business)).doesNotContain("whatsappNumber");
  }

  @Test
  void showsAChangeAtOnceAndWritesItThrough() {
    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);
    changes.apply(history.events());

    assertThat(services.same(day)).contains("UNAVAILABLE");
    services.awaitHit(day);
  }

  @Test
  void writesOnlyThroughWhatIsAskedFor() {
    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);
    history.book(new SlotId(salon, chair, TEN.plus(Duration.ofDays(20))), HALF_HOUR);
    changes.apply(history.events());

    services.awaitWritten();
    assertThat(isThere("2026-12-02")).isTrue();
    assertThat(isThere("2026-12-22")).isFalse();
  }

  private boolean isThere(String date) {
    var key = new CacheKey("slots", salon.value(), date);
    return services.ask(redis -> redis.exists(key.value())) == 1;
  }

  @Test
  void showsChangedHoursOnAllDaysAtOnce() {
    history.add(new BusinessEvent.BusinessSuspended(salon.value()));
    changes.apply(history.events());

    assertThat(services.same(week)).doesNotContain("\"AVAILABLE\"");
    assertThat(services.same(business)).contains("SUSPENDED");
  }

  @Test
  void showsDaysOfAnotherZone() {
    history.add(
        new BusinessEvent.BusinessProfileChanged(
            salon.value(), "Salon", "Pacific/Apia", "+34600111222", "es"));
    changes.apply(history.events());

    services.same(week);
    services.same(day);
  }

  @Test
  void withholdsASlotTheMomentItIsTooLate() {
    policy(Duration.ofHours(3), 30);
    at(QueryService.NOW.plusSeconds(1));
    services.awaitHit(week);
    var last = Instant.parse("2026-12-01T11:30:00Z");

    at(last.minusMillis(1));
    assertThat(services.isHit(week)).isTrue();
    assertThat(available()).contains("T15:30:00+01:00");
    at(last);
    assertThat(available()).contains("T15:30:00+01:00");
    at(last.plusMillis(1));
    assertThat(available()).doesNotContain("T15:30:00+01:00");
    at(last.minusMillis(1));
    assertThat(available()).contains("T15:30:00+01:00");
  }

  @Test
  void withholdsASlotTheMomentItBegins() {
    var start = Instant.parse("2026-12-01T11:30:00Z");

    at(start.minusMillis(1));
    assertThat(available()).contains("T12:30:00+01:00");
    at(start);
    assertThat(available()).doesNotContain("T12:30:00+01:00");
  }

  @Test
  void offersASlotTheMomentItsReservationLapses() {
    history.request(new SlotId(salon, chair, TEN), HALF_HOUR);
    changes.apply(history.events());
    services.awaitHit(day);
    var lapse = QueryService.NOW.plus(Duration.ofHours(2));

    at(lapse.minusMillis(1));
    assertThat(services.isHit(day)).isTrue();
    assertThat(services.same(day)).contains("UNAVAILABLE");
    at(lapse);
    assertThat(services.same(day)).doesNotContain("UNAVAILABLE");
  }

  @Test
  void movesTheHorizonAtLocalMidnight() {
    policy(Duration.ZERO, 2);
    var fourth = week + "?from=2026-12-04&to=2026-12-04";
    var midnight = Instant.parse("2026-12-01T23:00:00Z");
    at(midnight.minusSeconds(1));
    services.awaitHit(fourth);

    assertThat(services.same(fourth)).doesNotContain("\"AVAILABLE\"");
    at(midnight);
    assertThat(services.same(fourth)).contains("\"AVAILABLE\"");
    assertThat(services.same(week)).doesNotContain("2026-12-01");
  }

  private void policy(Duration notice, int horizonDays) {
    var standard = BookingPolicy.DEFAULT;
    var policy =
        new BookingPolicy(
            HALF_HOUR,
            standard.approval(),
            standard.approvalWindow(),
            notice,
            horizonDays,
            standard.cancellationCutOff(),
            standard.reminders());
    history.add(new BusinessEvent.BookingPolicySet(salon.value(), EventEntries.plain(policy)));
    changes.apply(history.events());
  }

  private String available() {
    return services.same(week + "?to=2026-12-01&status=AVAILABLE");
  }

  private void at(Instant instant) {
    services.cached().clock().set(instant);
  }
}
