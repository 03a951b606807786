package io.slotkeeper.platform.foundation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, while a service starts, for what another process has to bring, so that they may be started
 * in any order. An orderly stop ends the wait.
 */
public final class StartupWait {
  /** Looks once. */
  @FunctionalInterface
  public interface Look<T> {
    /** What is waited for, or null while it is not there; whatever it throws ends the wait. */
    @Nullable T now() throws Exception;
  }

  private static final Logger log = LoggerFactory.getLogger(StartupWait.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int POLLS_PER_LOG_LINE = 50;

  private StartupWait() {}

  /**
   * Blocks until it is there.
   *
   * @param what is waited for, in words for the log
   * @throws IllegalStateException where looking fails, or the service is stopped meanwhile
   */
  public static <T> T until(String what, Look<T> look) {
    var waiting = new FutureTask<>(() -> poll(what, look));
    var poller = Thread.ofVirtual().name("startup-wait").start(waiting);
    try {
      // Waits here and not in a sleep: Spring interrupts a start only while its thread waits, and
      // an orderly stop of a service that still waits must not hang.
      return waiting.get();
    } catch (InterruptedException e) {
      poller.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + what, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot wait for " + what, e.getCause());
    }
  }

  private static <T> T poll(String what, Look<T> look) throws Exception {
    for (int polls = 0; ; polls++) {
      var found = look.now();
      if (found != null) {
        return found;
      }
      if (polls % POLLS_PER_LOG_LINE == 0) {
        log.info("Waiting for {}", what);
      }
      Thread.sleep(POLL);
    }
  }
}
