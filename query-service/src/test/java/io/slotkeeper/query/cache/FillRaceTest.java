package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.business.PublicBusinesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fills and changes in every order that could leave an old answer behind. */
class FillRaceTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final CachedService services = CachedService.shared();
  private final AnswerCache cache = services.cached().context().getBean(AnswerCache.class);
  private final History history = services.cached().history();
  private final Changes changes = services.changes();
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);
  private final CacheKey day = new CacheKey("slots", salon.value(), "2026-12-02");
  private final CacheKey business = PublicBusinesses.key(salon);
  private final String path = "/api/businesses/" + salon + "/slots?from=2026-12-02&to=2026-12-02";

  @BeforeEach
  void setUp() {
    services.cached().clock().set(QueryService.NOW);
    changes.apply(history.events());
    services.awaitQuiet(path);
    services.ask(redis -> redis.del(day.value(), business.value()));
  }

  @Test
  void refusesASlowFillThatReadBeforeAChange() {
    var refused = refusals();
    var slow = slowFill(day);

    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);
    changes.apply(history.events());
    services.awaitHit(path);
    slow.close();

    assertThat(services.isHit(path)).isTrue();
    assertThat(services.same(path)).contains("UNAVAILABLE");
    assertThat(refusals()).isEqualTo(refused + 1);
  }

  @Test
  void refusesASlowFillOfABusiness() {
    var slow = slowFill(business);

    history.add(new BusinessEvent.BusinessSuspended(salon.value()));
    changes.apply(history.events());
    slow.close();

    assertThat(find(business).at(business).filter(FillRaceTest::isSlow)).isEmpty();
    services.same(path);
    services.same("/api/businesses/" + salon);
  }

  @Test
  void refusesASlowFillThatAFlushCameBefore() {
    var slow = slowFill(day);

    services.ask(redis -> redis.flushall());
    slow.close();

    assertThat(find(day).at(day)).isEmpty();
  }

  @Test
  void refusesASlowFillThatAFlushAndAChangeCameBefore() {
    var slow = slowFill(day);

    services.ask(redis -> redis.flushall());
    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);
    changes.apply(history.events());
    services.awaitHit(path);
    slow.close();

    assertThat(services.same(path)).contains("UNAVAILABLE");
  }

  @Test
  void refusesASlowFillWhoseLeaseHasEnded() {
    var slow = slowFill(day);

    services.ask(redis -> redis.del(day.lease()));
    try (var next = cache.fill("slots", List.of(day))) {
      assertThat(next.keys()).containsExactly(day);
      slow.close();
      assertThat(find(day).at(day)).isEmpty();
    }
  }

  @Test
  void letsOneFillAtATime() {
    var first = cache.fill("slots", List.of(day));
    assertThat(first.keys()).containsExactly(day);
    assertThat(cache.fill("slots", List.of(day)).keys()).isEmpty();
    first.close();
    var second = cache.fill("slots", List.of(day));
    assertThat(second.keys()).containsExactly(day);
    second.close();
  }

  @Test
  void letsNobodyFillWhatIsBeingChanged() {
    services.awaitHit(path);
    history.book(new SlotId(salon, chair, TEN), HALF_HOUR);

    var afterwards =
        changes.begin(
            history.events(),
            () -> {
              assertThat(find(day).at(day)).isEmpty();
              services.same(path);
              assertThat(cache.fill("slots", List.of(day)).keys()).isEmpty();
            });

    assertThat(services.same(path)).contains("UNAVAILABLE");
    assertThat(find(day).at(day)).isEmpty();
    afterwards.run();
    services.awaitHit(path);
  }

  @Test
  void waitsForTheLastOfTwoTransactionsThatChangeOneDay() {
    var other = services.cached().context().getBean(Holds.class);
    var first = other.hold(List.of(day));
    var second = other.hold(List.of(day));

    second.release();
    assertThat(cache.fill("slots", List.of(day)).keys()).isEmpty();
    first.release();
    services.awaitHit(path);
  }

  @Test
  void forgetsWhatWasFilledWhileAHoldWasLost() {
    var afterwards = services.cached().context().getBean(Holds.class).hold(List.of(day));
    services.ask(redis -> redis.flushall());
    services.awaitHit(path);

    afterwards.release();

    assertThat(find(day).at(day)).isEmpty();
  }

  @Test
  void forgetsTheHoldsOfANodeThatDied() {
    try (var node =
        CachedService.start(
            Map.of("slotkeeper.cache.heartbeat", "200ms", "slotkeeper.cache.hold", "700ms"))) {
      var story = node.cached().history();
      var id = story.salon(story.newResource());
      var dying = node.changes();
      dying.apply(story.events());
      var days = "/api/businesses/" + id + "/slots?from=2026-12-02&to=2026-12-03";
      node.awaitHit(days);
      story.add(new BusinessEvent.BusinessSuspended(id.value()));

      var unused = dying.begin(story.events(), () -> {});

      assertThat(node.isHit(days)).isFalse();
      node.awaitHit(days);
      assertThat(node.same(days)).doesNotContain("\"AVAILABLE\"");
    }
  }

  @Test
  void rollsBackWithoutATrace() {
    services.awaitHit(path);
    var holds = services.cached().context().getBean(Holds.class);

    holds.hold(List.of(day)).release();

    services.awaitHit(path);
    assertThat(services.same(path)).doesNotContain("UNAVAILABLE");
  }

  @Test
  void countsNothingOfAnOlderEpoch() {
    services.awaitHit(path);

    services.cached().context().getBean(Holds.class).bump().run();

    assertThat(services.isHit(path)).isFalse();
    services.awaitHit(path);
  }

  @Test
  void countsNothingOlderThanTheCallerAsksFor() {
    services.awaitHit(path);

    assertThat(cache.find(List.of(day), OptionalLong.of(-1)).at(day)).isPresent();
    assertThat(cache.find(List.of(day), OptionalLong.of(1_000_000)).at(day)).isEmpty();
  }

  /** One that has read, and stores when it is closed; no such version was ever there. */
  private Fill slowFill(CacheKey key) {
    var fill = cache.fill(key.kind(), List.of(key));
    assertThat(fill.keys()).containsExactly(key);
    var now = QueryService.NOW;
    fill.put(key, SLOW, -1, now, Instant.MAX, HOUR, new byte[] {1});
    return fill;
  }

  private static final long SLOW = 4711;

  private static boolean isSlow(Entry entry) {
    return entry.version() == SLOW;
  }

  private Found find(CacheKey key) {
    return cache.find(List.of(key), OptionalLong.empty());
  }

  private double refusals() {
    return services
        .cached()
        .context()
        .getBean(MeterRegistry.class)
        .counter("slotkeeper.cache.fills.refused", "cache", "slots")
        .count();
  }
}
