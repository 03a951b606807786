package io.slotkeeper.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedLimitsTest extends TwoNodes {
  private static final int PERMITS = LimitNode.PERMITS;

  @Test
  void allowsExactlyWhatIsAllowedAcrossNodes() throws Exception {
    List<Callable<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      crowd.add(() -> one.allowed("crowd", 5) + other.allowed("crowd", 5));
    }
    int allowed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(crowd)) {
        allowed += each.get();
      }
    }
    assertThat(allowed).isEqualTo(PERMITS);
  }

  @Test
  void allowsAgainInTheNextPeriod() {
    assertThat(one.allowed("patient", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(other.allows("patient")).isFalse();
    clock.advance(LimitNode.PERIOD.minusMillis(1));
    assertThat(one.allows("patient")).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(other.allowed("patient", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(one.allows("patient")).isFalse();
  }

  @Test
  void asksRedisNothingForWhomItHasRefused() {
    one.allowed("hot", PERMITS);
    assertThat(other.allows("hot")).isFalse();
    assertThat(one.allows("hot")).isFalse();
    var before = LimitNode.calls(redis, "eval") + LimitNode.calls(redis, "get");
    assertThat(one.allowed("hot", 50) + other.allowed("hot", 50)).isZero();
    assertThat(LimitNode.calls(redis, "eval") + LimitNode.calls(redis, "get")).isEqualTo(before);
  }

  @Test
  void asksRedisOnceForEachOfTheOthers() {
    one.allows("regular");
    var evals = LimitNode.calls(redis, "eval");
    var gets = LimitNode.calls(redis, "get");
    assertThat(one.allowed("regular", 5)).isEqualTo(5);
    assertThat(LimitNode.calls(redis, "eval") - evals).isEqualTo(5);
    // The script's own, and no other.
    assertThat(LimitNode.calls(redis, "get") - gets).isEqualTo(5);
  }

  @Test
  void makesAllChargesOrNone() {
    one.allowed("spent", PERMITS);
    var charges = List.of(LimitNode.of("unspent"), LimitNode.of("spent"));
    for (int i = 0; i < PERMITS; i++) {
      assertThat(one.limiter().charge(charges)).noneMatch(Quota::allowed);
    }
    assertThat(one.limiter().take(LimitNode.of("unspent")).remaining()).isEqualTo(PERMITS - 1);
  }

  @Test
  void keepsNoBucketLongerThanItMatters() {
    one.allows("forgettable");
    var key = LimitNode.of("forgettable").key();
    long lasting = LimitNode.ask(redis, redis -> redis.pttl(key));
    assertThat(lasting).isBetween(1L, LimitNode.PERIOD.plusSeconds(1).toMillis());
  }

  @Test
  void remembersOnlySoManyClients() {
    for (int i = 0; i < 10 * LimitNode.MOST_CLIENTS; i++) {
      one.allows("client-" + i);
    }
    assertThat(one.limiter().remembered()).isLessThanOrEqualTo(LimitNode.MOST_CLIENTS);
  }
}
