package io.slotkeeper.platform.eventstore.wakeup;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Work that is asked for more often than it is worth doing: it is done at once, and then at most
 * once each interval for all who have asked meanwhile.
 */
final class Paced implements AutoCloseable {

  private final Semaphore asked = new Semaphore(0);
  private final Duration interval;
  private final Runnable work;
  private final Runnable end;
  private final Thread thread;

  /**
   * @param name of the thread that does the work
   * @param work throws nothing
   * @param end is run when no more work is done
   */
  Paced(String name, Duration interval, Runnable work, Runnable end) {
    this.interval = interval;
    this.work = work;
    this.end = end;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    thread.start();
  }

  /** Returns at once. */
  void ask() {
    asked.release();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (true) {
        asked.acquire();
        asked.drainPermits();
        work.run();
        Thread.sleep(interval);
      }
    } catch (InterruptedException e) {
      end.run();
    }
  }
}
