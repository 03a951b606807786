package io.slotkeeper.quickstart.simulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Decides which requests the faults hit. */
final class Outages implements AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);
  private Faults faults = Faults.NONE;
  private int requests;

  synchronized Faults current() {
    return faults;
  }

  /** Starts counting anew, so that "every third" is the third from now. */
  synchronized void set(Faults next) {
    faults = next;
    requests = 0;
  }

  /** The faults of the next request; those that spare it are left out. */
  synchronized Faults next() {
    requests++;
    return requests % faults.every() == 0
        ? faults
        : new Faults(
            null,
            faults.every(),
            faults.delayMs(),
            false,
            false,
            faults.duplicateWebhooks(),
            faults.shuffleWebhooks());
  }

  /** Ends early where the simulator is closed. */
  void pause(Duration duration) {
    try {
      closed.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
