package io.slotkeeper.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class RedisAwayTest {
  private static final int PERMITS = LimitNode.PERMITS;

  private TestRedis redis;
  private SettableClock clock;
  private LimitNode one;
  private LimitNode other;

  @BeforeEach
  void start() {
    redis = TestRedis.start();
    clock = LimitNode.clock();
    one = LimitNode.start(redis, clock).awaitShared();
    other = LimitNode.start(redis, clock).awaitShared();
  }

  @AfterEach
  void stop() {
    one.close();
    other.close();
    redis.close();
  }

  @Test
  void goesOnByItselfWhereRedisIsStoppedAndTogetherAfterIt() {
    assertThat(one.allowed("client", 4)).isEqualTo(4);
    redis.stop();

    assertThat(one.allowed("client", PERMITS)).isEqualTo(PERMITS - 4);
    assertThat(other.allowed("client", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(one.counted("allowed", "alone")).isEqualTo(PERMITS - 4);

    redis.restart();
    one.awaitShared();
    other.awaitShared();
    assertCountsTogether();
  }

  @Test
  void waitsForAPausedRedisOnce() {
    LimitNode.ask(redis, commands -> commands.clientPause(3000));

    assertThat(one.allowed("client", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(one.link().buckets()).isNull();
    assertThat(one.counted("allowed", "alone")).isEqualTo(PERMITS);

    // Answers once the pause is over.
    LimitNode.ask(redis, RedisCommands::ping);
    one.awaitShared();
    assertCountsTogether();
  }

  @Test
  void goesOnByItselfWhereRedisTakesNoWrites() {
    LimitNode.ask(redis, commands -> commands.replicaof("127.0.0.1", 1));

    assertThat(one.allowed("client", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(one.link().buckets()).isNull();

    LimitNode.ask(redis, RedisCommands::replicaofNoOne);
    one.awaitShared();
    assertCountsTogether();
  }

  @Test
  void beginsAnewWhereRedisForgets() {
    one.allowed("client", PERMITS - 1);
    LimitNode.ask(redis, RedisCommands::flushall);

    assertThat(one.allowed("client", PERMITS + 1)).isEqualTo(PERMITS);
    assertThat(other.allows("client")).isFalse();
  }

  @Test
  void startsWithoutRedis() {
    redis.stop();
    try (var late = LimitNode.start(redis, clock)) {
      assertThat(late.allowed("client", PERMITS + 1)).isEqualTo(PERMITS);
      redis.restart();
      late.awaitShared();
    }
  }

  private void assertCountsTogether() {
    other.awaitShared();
    assertThat(one.allowed("new", PERMITS / 2) + other.allowed("new", PERMITS)).isEqualTo(PERMITS);
    assertThat(one.counted("allowed", "shared")).isGreaterThanOrEqualTo(PERMITS / 2);
  }
}
