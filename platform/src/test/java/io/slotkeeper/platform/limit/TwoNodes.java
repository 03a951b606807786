package io.slotkeeper.platform.limit;

import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two nodes that share what they allow, in a Redis of their own, for all tests of a class. */
@SuppressWarnings("NullAway.Init")
abstract class TwoNodes {
  static TestRedis redis;
  static SettableClock clock;
  static LimitNode one;
  static LimitNode other;

  @BeforeAll
  static void start() {
    redis = TestRedis.start();
    clock = LimitNode.clock();
    one = LimitNode.start(redis, clock).awaitShared();
    other = LimitNode.start(redis, clock).awaitShared();
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
    redis.close();
  }
}
