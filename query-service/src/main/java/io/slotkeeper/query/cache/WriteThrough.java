package io.slotkeeper.query.cache;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Fills again what was changed, beside the projections. What finds no room is left to readers. */
@Component
public class WriteThrough implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(WriteThrough.class);

  private final Trust trust;
  private final ThreadPoolExecutor threads;

  WriteThrough(CacheLink link, CacheSettings settings) {
    this.trust = link.trust();
    this.threads =
        new ThreadPoolExecutor(
            settings.writers(),
            settings.writers(),
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.waitingWrites()),
            work -> Thread.ofPlatform().daemon().name("cache-writer").unstarted(work));
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a fill soon, if the cache is there.
   *
   * @return whether it will
   */
  public boolean submit(Runnable fill) {
    if (!trust.reads()) {
      return false;
    }
    try {
      threads.execute(() -> run(fill));
      return true;
    } catch (RejectedExecutionException tooMany) {
      return false;
    }
  }

  private static void run(Runnable fill) {
    try {
      fill.run();
    } catch (RuntimeException e) {
      log.debug("An answer was not written through", e);
    }
  }

  /** Whether all that was submitted has run. */
  boolean isIdle() {
    return threads.getTaskCount() == threads.getCompletedTaskCount();
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
