package io.slotkeeper.query.cache;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Looks at Redis and at the epoch, and ends doubts. The callers of the service never wait for a
 * Redis that is being tried.
 */
final class Heartbeat implements SmartLifecycle, RedisConnectionStateListener {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  /** In a row, after which the connection is thought dead: nobody else would notice for long. */
  private static final int FAILURES_OF_A_CONNECTION = 3;

  private final CacheLink link;
  private final GuardedRedis redis;
  private final EpochTable epochs;
  private final Holds holds;
  private final LettuceConnectionFactory connections;
  private final CacheSettings settings;
  private @Nullable ScheduledExecutorService thread;
  private int failures;

  Heartbeat(
      CacheLink link,
      GuardedRedis redis,
      EpochTable epochs,
      Holds holds,
      LettuceConnectionFactory connections,
      CacheSettings settings) {
    this.link = link;
    this.redis = redis;
    this.epochs = epochs;
    this.holds = holds;
    this.connections = connections;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    connections.getRequiredNativeClient().addListener(this);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("cache-heartbeat").unstarted(work));
    var millis = settings.heartbeat().toMillis();
    var unused = thread.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
      connections.getRequiredNativeClient().removeListener(this);
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  /** Redis may be another one, or have forgotten something, when the connection is back. */
  @Override
  public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
    link.trust().doubt();
  }

  private void beat() {
    var doubts = link.trust().doubts();
    try {
      var server = link.commands().probe();
      failures = 0;
      holds.releaseUncertain();
      // After Redis, so that what others raised while it was away is known.
      link.trust().restore(epochs.readWith(server), doubts);
    } catch (CacheAway e) {
      reconnectAtTimes();
    } catch (RuntimeException e) {
      link.trust().doubt();
      log.warn("The epoch of the cache cannot be read: {}", e.getClass().getSimpleName());
    }
  }

  private void reconnectAtTimes() {
    if (redis.isLeftAlone()) {
      return;
    }
    failures++;
    if (failures >= FAILURES_OF_A_CONNECTION) {
      failures = 0;
      try {
        connections.resetConnection();
      } catch (RuntimeException e) {
        log.debug("The connection to Redis cannot be closed", e);
      }
    }
  }
}
