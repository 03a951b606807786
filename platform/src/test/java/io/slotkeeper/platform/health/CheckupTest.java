package io.slotkeeper.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckupTest {
  private static final HealthSettings OFTEN =
      new HealthSettings(Duration.ofMillis(5), Duration.ofMillis(50));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Checkup checkup = of();

  @AfterEach
  void stop() {
    checkup.stop();
  }

  private Checkup of(HealthPart... parts) {
    var made = new Checkup(Arrays.asList(parts), OFTEN);
    made.measureIn(meters);
    made.start();
    return made;
  }

  private void awaitFound(Standing standing, String... parts) {
    await()
        .untilAsserted(
            () ->
                assertThat(checkup.find())
                    .isEqualTo(new Checkup.Finding(standing, List.of(parts))));
  }

  private double measured(String part) {
    return meters.get("slotkeeper.health").tag("part", part).gauge().value();
  }

  @Test
  void namesThePartsThatAreWorstAndNoMore() {
    var store = new AtomicBoolean(true);
    checkup =
        of(
            new HealthPart("store", Standing.DOWN, store::get),
            new HealthPart("cache", Standing.DEGRADED, () -> false),
            new HealthPart("disk", Standing.DEGRADED, () -> false),
            new HealthPart("fine", Standing.DOWN, () -> true));
    awaitFound(Standing.DEGRADED, "cache", "disk");
    assertThat(measured("cache")).isEqualTo(0.5);
    assertThat(measured("fine")).isEqualTo(1);

    store.set(false);
    awaitFound(Standing.DOWN, "store");
    assertThat(measured("store")).isEqualTo(0);

    store.set(true);
    awaitFound(Standing.DEGRADED, "cache", "disk");
  }

  @Test
  void takesAFailureForANo() {
    checkup =
        of(
            new HealthPart(
                "store",
                Standing.DOWN,
                () -> {
                  throw new IllegalStateException("expected");
                }));
    awaitFound(Standing.DOWN, "store");
  }

  @Test
  void takesSilenceForANoAndDoesNotWaitForIt() {
    var hangs = new AtomicBoolean();
    var end = new CountDownLatch(1);
    checkup =
        of(
            new HealthPart("store", Standing.DOWN, () -> !hangs.get() || ended(end)),
            new HealthPart("other", Standing.DOWN, () -> true));
    awaitFound(Standing.UP);

    hangs.set(true);
    awaitFound(Standing.DOWN, "store");

    hangs.set(false);
    end.countDown();
    awaitFound(Standing.UP);
  }

  @Test
  void takesAFirstLookThatHangsForANo() {
    var end = new CountDownLatch(1);
    checkup = of(new HealthPart("store", Standing.DOWN, () -> ended(end)));
    assertThat(checkup.find().standing()).isEqualTo(Standing.DOWN);
    assertThat(measured("store")).isNaN();
    end.countDown();
    awaitFound(Standing.UP);
  }

  private static boolean ended(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
