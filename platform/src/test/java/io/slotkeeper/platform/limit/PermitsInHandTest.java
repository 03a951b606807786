package io.slotkeeper.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nodes that take several permits of a client at once. */
class PermitsInHandTest extends TwoNodes {
  private static final int PERMITS = LimitNode.MANY_PERMITS;

  /** What a node may hold without using it. */
  private static final int MOST_UNUSED = 4;

  @Test
  void asksRedisForEveryFifthOnly() {
    var charge = LimitNode.ofMany("regular");
    one.limiter().take(charge);
    var evals = evals();
    assertThat(one.allowed(charge, 54)).isEqualTo(54);
    assertThat(evals() - evals).isEqualTo(10);
  }

  @Test
  void allowsOneNodeAllThatIsAllowed() {
    var charge = LimitNode.ofMany("faithful");
    for (int left = PERMITS - 1; left >= 0; left--) {
      var quota = one.limiter().take(charge);
      assertThat(quota.allowed()).isTrue();
      assertThat(quota.remaining()).isEqualTo(left);
      assertThat(quota.reset()).isEqualTo(LimitNode.PERIOD);
    }
    assertThat(one.limiter().take(charge).allowed()).isFalse();
    assertThat(other.limiter().take(charge).allowed()).isFalse();
  }

  @Test
  void allowsNodesTogetherNoMoreAndLittleLess() throws Exception {
    var charge = LimitNode.ofMany("crowd");
    List<Callable<Integer>> crowd = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      crowd.add(() -> one.allowed(charge, 10) + other.allowed(charge, 10));
    }
    int allowed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(crowd)) {
        allowed += each.get();
      }
    }
    assertThat(allowed).isBetween(PERMITS - MOST_UNUSED, PERMITS);
    // What one of them has not used is not lost.
    assertThat(allowed + one.allowed(charge, PERMITS) + other.allowed(charge, PERMITS))
        .isEqualTo(PERMITS);
  }

  @Test
  void missesNoMoreThanTheOtherHolds() {
    var charge = LimitNode.ofMany("wanderer");
    assertThat(one.allowed(charge, 1)).isEqualTo(1);
    assertThat(other.allowed(charge, PERMITS)).isEqualTo(PERMITS - 1 - MOST_UNUSED);
    assertThat(one.allowed(charge, PERMITS)).isEqualTo(MOST_UNUSED);
  }

  @Test
  void keepsNothingBeyondThePeriod() {
    var charge = LimitNode.ofMany("patient");
    assertThat(one.allowed(charge, 1)).isEqualTo(1);
    clock.advance(LimitNode.PERIOD);
    assertThat(other.allowed(charge, PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(one.limiter().take(charge).allowed()).isFalse();
  }

  @Test
  void usesWhatItHoldsUntilThePeriodEnds() {
    var charge = LimitNode.ofMany("slow");
    assertThat(one.allowed(charge, 1)).isEqualTo(1);
    clock.advance(Duration.ofSeconds(20));
    assertThat(other.allowed(charge, PERMITS)).isEqualTo(PERMITS - 1 - MOST_UNUSED);
    assertThat(one.limiter().take(charge).reset())
        .isEqualTo(LimitNode.PERIOD.minus(Duration.ofSeconds(20)));
    clock.advance(LimitNode.PERIOD.minus(Duration.ofSeconds(20)).minusMillis(1));
    assertThat(one.limiter().take(charge).reset()).isEqualTo(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(other.allowed(charge, PERMITS)).isEqualTo(PERMITS);
    assertThat(one.limiter().take(charge).allowed()).isFalse();
  }

  @Test
  void tellsWhatIsLeftAfterARefusal() {
    var charge = LimitNode.ofMany("refused");
    assertThat(one.allowed(charge, 5)).isEqualTo(5);
    assertThat(other.allowed(charge, PERMITS)).isEqualTo(PERMITS - 5);
    assertThat(one.limiter().take(charge).allowed()).isFalse();
    one.limiter().giveBack(charge);
    var quota = one.limiter().take(charge);
    assertThat(quota.allowed()).isTrue();
    assertThat(quota.remaining()).isZero();
  }

  @Test
  void keepsWhatWasNotNeeded() {
    var charge = LimitNode.of("proved");
    one.limiter().take(charge);
    var evals = evals();
    for (int i = 0; i < PERMITS; i++) {
      one.limiter().giveBack(charge);
      assertThat(one.limiter().look(charge).allowed()).isTrue();
      assertThat(one.limiter().take(charge).remaining()).isEqualTo(LimitNode.PERMITS - 1);
    }
    assertThat(evals()).isEqualTo(evals);
  }

  @Test
  void givesToAllWhatItMayNotKeep() {
    var charge = LimitNode.of("crowded");
    one.allowed(charge, LimitNode.PERMITS);
    for (int i = 0; i < LimitNode.PERMITS; i++) {
      one.limiter().giveBack(charge);
    }
    assertThat(other.allowed(charge, LimitNode.PERMITS)).isEqualTo(LimitNode.PERMITS - 1);
    assertThat(one.allowed(charge, LimitNode.PERMITS)).isEqualTo(1);
  }

  @Test
  void usesWhatItHoldsWhereRedisIsAway() {
    try (var alone = TestRedis.start();
        var node = LimitNode.start(alone, clock).awaitShared()) {
      var charge = LimitNode.ofMany("client");
      assertThat(node.allowed(charge, 1)).isEqualTo(1);
      alone.stop();
      node.awaitAlone();
      assertThat(node.allowed(charge, PERMITS + 1)).isEqualTo(PERMITS - 1);
    }
  }

  @Test
  void throwsAwayWhatItTookAloneOnceRedisIsBack() {
    try (var away = TestRedis.start();
        var node = LimitNode.start(away, clock).awaitShared();
        var another = LimitNode.start(away, clock).awaitShared()) {
      var charge = LimitNode.ofMany("client");
      away.stop();
      node.awaitAlone();
      assertThat(node.allowed(charge, 1)).isEqualTo(1);
      away.restart();
      node.awaitShared();
      another.awaitShared();

      assertThat(another.allowed(charge, PERMITS)).isEqualTo(PERMITS);
      assertThat(node.allowed(charge, PERMITS)).isZero();
    }
  }

  private static long evals() {
    return LimitNode.calls(redis, "eval");
  }
}
