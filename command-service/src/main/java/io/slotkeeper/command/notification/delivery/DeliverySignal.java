package io.slotkeeper.command.notification.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes a worker. */
@Component
class DeliverySignal {

  private static final int MOST = 64;

  private final Semaphore signals = new Semaphore(0);

  void give() {
    if (signals.availablePermits() < MOST) {
      signals.release();
    }
  }

  void await(Duration longest) throws InterruptedException {
    signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
