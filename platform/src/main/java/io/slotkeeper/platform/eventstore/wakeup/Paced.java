package io.slotkeeper.platform.eventstore.wakeup;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is asked for more often than it is worth doing: it is done at once, and then at most
 * once each interval for all who have asked meanwhile.
 */
final class Paced implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Paced.class);

  private final Semaphore asked = new Semaphore(0);
  private final Duration interval;
  private final Runnable work;
  private final Runnable end;
  private final Thread thread;

  /**
   * @param name of the thread that does the work
   * @param work what fails in it is logged, and it is done again when it is asked for
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
        workOnce();
        Thread.sleep(interval);
      }
    } catch (InterruptedException e) {
      end.run();
    }
  }

  /** Nobody would notice a thread that has ended: readers would poll, and be late. */
  private void workOnce() {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.warn("What is asked for by {} has failed", Thread.currentThread().getName(), e);
    }
  }
}
