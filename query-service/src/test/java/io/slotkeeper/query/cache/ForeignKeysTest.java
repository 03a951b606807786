package io.slotkeeper.query.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.business.PublicBusinesses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs, versions and accidents leave under our keys. */
class ForeignKeysTest {
  private static final byte[] FOREIGN = "foreign".getBytes(StandardCharsets.UTF_8);

  private final CachedService services = CachedService.shared();
  private final History history = services.cached().history();
  private final Changes changes = services.changes();
  private final BusinessId salon = history.salon(history.newResource());
  private final CacheKey business = PublicBusinesses.key(salon);
  private final CacheKey day = new CacheKey("slots", salon.value(), "2026-12-02");
  private final CacheKey next = new CacheKey("slots", salon.value(), "2026-12-03");
  private final String path = "/api/businesses/" + salon + "/slots?from=2026-12-02&to=2026-12-03";

  @BeforeEach
  void setUp() {
    services.cached().clock().set(QueryService.NOW);
    changes.apply(history.events());
    services.awaitQuiet(path);
  }

  @Test
  void takesStringsOfOthersForMisses() {
    for (var key : new CacheKey[] {business, day}) {
      for (var value : new String[] {"", "{}", "null", "SLK1", "x".repeat(100)}) {
        services.ask(redis -> redis.set(key.value(), value.getBytes(StandardCharsets.UTF_8)));
        assertThat(services.isHit(path)).isFalse();
        services.awaitHit(path);
      }
    }
  }

  @Test
  void takesDamagedEntriesForMisses() {
    var random = new Random(4);
    for (var key : new CacheKey[] {business, day}) {
      var good = Objects.requireNonNull(services.<byte[]>ask(redis -> redis.get(key.value())));
      for (int i = 0; i < 20; i++) {
        var damaged = good.clone();
        damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
        var cut = Arrays.copyOf(good, random.nextInt(good.length));
        for (var value : new byte[][] {damaged, cut}) {
          services.ask(redis -> redis.set(key.value(), value));
          assertThat(services.isHit(path)).isFalse();
        }
      }
      services.awaitHit(path);
    }
  }

  @Test
  void takesAnEntryUnderAnothersKeyForAMiss() {
    var wednesday = Objects.requireNonNull(services.<byte[]>ask(redis -> redis.get(day.value())));
    services.ask(redis -> redis.set(next.value(), wednesday));

    assertThat(services.isHit(path)).isFalse();
    services.awaitHit(path);
  }

  @Test
  void takesOtherTypesForMissesAndGoesOnWithTheKey() {
    for (var key : Stream.of(business, day).toList()) {
      services.ask(redis -> redis.del(key.value()));
      services.ask(redis -> redis.hset(key.value(), FOREIGN, FOREIGN));

      assertThat(services.isHit(path)).isFalse();
      services.awaitHit(path);
    }
  }

  @Test
  void takesLeasesAndHoldsOfOthersForNone() {
    for (var key : Stream.of(day.lease(), day.hold()).toList()) {
      services.ask(redis -> redis.hset(key, FOREIGN, FOREIGN));
      services.ask(redis -> redis.del(day.value()));
      services.awaitHit(path);

      services.ask(redis -> redis.set(key, FOREIGN));
      services.ask(redis -> redis.del(day.value()));
      services.awaitHit(path);
    }
  }

  @Test
  void changesWhatOthersHaveWrittenOver() {
    services.ask(redis -> redis.set(day.hold(), FOREIGN));
    services.ask(redis -> redis.sadd(day.lease(), FOREIGN));
    var chair = history.newResource();
    history.book(
        new SlotId(salon, chair, Instant.parse("2026-12-02T09:00:00Z")), Duration.ofMinutes(30));

    changes.apply(history.events());

    services.same(path);
    services.awaitHit(path);
  }
}
