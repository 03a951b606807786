package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Redis fails while people book and read; nobody notices, and it is used again when it is back. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class RedisFaultsStoryTest {

  private final RedisServer redis = RedisServer.ofTheTown();
  private final Shop idle = Shop.open("AUTOMATIC");

  @Test
  void isKilledAndStartsAgainWithNothing() {
    try (var bustle = Bustle.begin()) {
      bustle.awaitMore();
      redis.kill();
      try {
        bustle.awaitMore();
        awaitHealth("DEGRADED");
      } finally {
        redis.startAgain();
      }
      bustle.awaitMore();
    }
    awaitHits();
    awaitHealth("UP");
  }

  @Test
  void isPausedAndGoesOn() {
    try (var bustle = Bustle.begin()) {
      bustle.awaitMore();
      redis.pause();
      try {
        bustle.awaitMore();
      } finally {
        redis.goOn();
      }
      bustle.awaitMore();
    }
    awaitHits();
  }

  @Test
  void losesEverythingItHas() {
    try (var bustle = Bustle.begin()) {
      bustle.awaitMore();
      redis.flush();
      bustle.awaitMore();
    }
    awaitHits();
  }

  private static void awaitHealth(String status) {
    await()
        .untilAsserted(
            () -> {
              var health = Town.queries().get("/api/health").expect(200).body();
              assertThat(health.path("status").asString()).isEqualTo(status);
            });
  }

  /** An answer for which Redis is asked, and into which nobody has to fill anything. */
  private void awaitHits() {
    await()
        .untilAsserted(
            () -> {
              idle.freeSlots(1);
              long questions = redis.calls("mget");
              long scripts = redis.calls("eval");
              idle.freeSlots(1);
              assertThat(redis.calls("mget")).isGreaterThan(questions);
              assertThat(redis.calls("eval")).isEqualTo(scripts);
            });
  }
}
