package io.slotkeeper.platform.limit;

import io.github.bucket4j.TimeMeter;
import io.lettuce.core.AbstractRedisClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The way to the buckets in Redis, closed by the first failure. Only a thread of its own tries it
 * again, so that no request waits for a Redis that is away.
 */
final class RedisLink implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

  /** Between the client of Redis, which is at 0, and the web server. */
  private static final int PHASE = 1;

  private final Supplier<AbstractRedisClient> client;
  private final TimeMeter clock;
  private final LimitSettings settings;
  private final AtomicReference<@Nullable RedisBuckets> open = new AtomicReference<>();
  private @Nullable ScheduledExecutorService thread;

  RedisLink(Supplier<AbstractRedisClient> client, TimeMeter clock, LimitSettings settings) {
    this.client = client;
    this.clock = clock;
    this.settings = settings;
  }

  /** Null while Redis is away. */
  @Nullable RedisBuckets buckets() {
    var buckets = open.get();
    return buckets != null && buckets.isOpen() ? buckets : null;
  }

  /** Gives up a connection that has failed. */
  void lose(RedisBuckets failed, @Nullable Throwable cause) {
    if (open.compareAndSet(failed, null)) {
      log.warn(
          "Redis is away, limits are counted by this node alone: {}",
          cause == null ? "disconnected" : cause.getClass().getSimpleName());
      var unused = failed.close();
    }
  }

  @Override
  public synchronized void start() {
    if (thread != null) {
      return;
    }
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("limit-heartbeat").unstarted(work));
    var millis = settings.heartbeat().toMillis();
    var unused = thread.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
    var buckets = open.getAndSet(null);
    if (buckets != null) {
      // Before its client is shut down, which would close it once more.
      buckets.close().completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void beat() {
    var buckets = open.get();
    if (buckets != null && !buckets.isOpen()) {
      lose(buckets, null);
      buckets = null;
    }
    if (buckets == null) {
      try {
        connect();
      } catch (RuntimeException e) {
        log.debug("Redis is still away", e);
      }
    }
  }

  private void connect() {
    var buckets = RedisBuckets.connect(client.get(), clock, settings.timeout());
    try {
      if (buckets.takesWrites() && open.compareAndSet(null, buckets)) {
        log.info("Limits are counted in Redis");
        return;
      }
    } catch (RuntimeException e) {
      var unused = buckets.close();
      throw e;
    }
    var unused = buckets.close();
  }
}
