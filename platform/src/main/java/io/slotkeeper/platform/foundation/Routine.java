package io.slotkeeper.platform.foundation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing again and again on a thread of its own, so that nobody waits for it and it waits
 * for nobody else's.
 */
public final class Routine {
  private static final Logger log = LoggerFactory.getLogger(Routine.class);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private @Nullable ScheduledExecutorService thread;

  /**
   * Begins nothing yet.
   *
   * @param pause between the end of one time and the beginning of the next
   * @param work that may fail, which is tried again after the same pause
   */
  public Routine(String name, Duration pause, Runnable work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
  }

  /** Begins at once. */
  public synchronized void start() {
    if (thread == null) {
      thread =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name(name).factory());
      var unused =
          thread.scheduleWithFixedDelay(this::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Ends, without waiting for what is being done. */
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  /** Whether it has begun. */
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void once() {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.debug("{} has failed, and goes on", name, e);
    } catch (Error e) {
      // Thrown on, it would end the routine without a word.
      log.warn("{} has failed, and goes on", name, e);
    }
  }
}
