package io.slotkeeper.platform.eventstore.wakeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PacedTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void worksAtOnceAndThenWaitsForTheInterval() {
    try (var paced = paced(LONG, done::incrementAndGet)) {
      paced.ask();
      await().until(() -> done.get() == 1);
      for (int i = 0; i < 1000; i++) {
        paced.ask();
      }
      assertThat(done).hasValue(1);
    }
    await().untilAsserted(() -> assertThat(ended).hasValue(1));
    assertThat(done).hasValue(1);
  }

  @Test
  void worksOnceForAllWhoAskedMeanwhile() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Runnable work =
        () -> {
          begun.countDown();
          done.incrementAndGet();
          awaitQuietly(goOn);
        };
    try (var paced = paced(Duration.ofMillis(1), work)) {
      paced.ask();
      begun.await();
      for (int i = 0; i < 1000; i++) {
        paced.ask();
      }
      goOn.countDown();
      await().until(() -> done.get() == 2);
      paced.ask();
      await().until(() -> done.get() == 3);
    }
  }

  @Test
  void goesOnAfterAFailure() {
    Runnable work =
        () -> {
          if (done.incrementAndGet() == 1) {
            throw new IllegalStateException("the first time");
          }
        };
    try (var paced = paced(Duration.ofMillis(1), work)) {
      paced.ask();
      await().until(() -> done.get() == 1);
      paced.ask();
      await().until(() -> done.get() == 2);
    }
  }

  private Paced paced(Duration interval, Runnable work) {
    return new Paced("paced", interval, work, ended::incrementAndGet);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
