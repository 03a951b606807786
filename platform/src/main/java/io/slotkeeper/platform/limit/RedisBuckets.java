package io.slotkeeper.platform.limit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Buckets in Redis, on one connection. They expire when they are full. */
final class RedisBuckets extends LettuceBasedProxyManager<String> {
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

  /** Writes as buckets are written, since Redis may take one command and not another. */
  private static final String PROBE =
      "return redis.call('set', KEYS[1], '', 'px', 10000) and 1 or 0";

  private static final String[] PROBE_KEY = {"slotkeeper:1:limit-probe"};

  private final StatefulConnection<String, byte[]> connection;
  private final RedisScriptingAsyncCommands<String, byte[]> commands;
  private final Optional<Long> timeout;

  private RedisBuckets(
      Bucket4jLettuce.LettuceBasedProxyManagerBuilder<String> builder,
      StatefulConnection<String, byte[]> connection,
      RedisScriptingAsyncCommands<String, byte[]> commands,
      TimeMeter clock,
      Duration timeout) {
    super(
        builder
            .clientClock(clock)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofSeconds(1))));
    this.connection = connection;
    this.commands = commands;
    this.timeout = Optional.of(timeout.toNanos());
  }

  /** Waits for a connection, as long as the client is set to. */
  static RedisBuckets connect(AbstractRedisClient client, TimeMeter clock, Duration timeout) {
    return switch (client) {
      case RedisClient single -> of(single.connect(CODEC), clock, timeout);
      case RedisClusterClient cluster -> of(cluster.connect(CODEC), clock, timeout);
      default -> throw new IllegalStateException("not a client of Redis: " + client.getClass());
    };
  }

  private static RedisBuckets of(
      StatefulRedisConnection<String, byte[]> connection, TimeMeter clock, Duration timeout) {
    return new RedisBuckets(
        Bucket4jLettuce.casBasedBuilder(connection),
        connection,
        connection.async(),
        clock,
        timeout);
  }

  private static RedisBuckets of(
      StatefulRedisClusterConnection<String, byte[]> connection,
      TimeMeter clock,
      Duration timeout) {
    return new RedisBuckets(
        Bucket4jLettuce.casBasedBuilder(connection),
        connection,
        connection.async(),
        clock,
        timeout);
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  byte @Nullable [] read(String key) {
    return beginCompareAndSwapOperation(key).getStateData(timeout).orElse(null);
  }

  boolean swap(String key, byte @Nullable [] before, byte[] after, RemoteBucketState state) {
    return beginCompareAndSwapOperation(key).compareAndSwap(before, after, state, timeout);
  }

  /** Whether Redis takes writes, and in time. */
  boolean takesWrites() {
    var written = commands.eval(PROBE, ScriptOutputType.BOOLEAN, PROBE_KEY);
    return LettuceFutures.awaitAll(timeout.orElseThrow(), TimeUnit.NANOSECONDS, written);
  }

  CompletableFuture<Void> close() {
    return connection.isOpen() ? connection.closeAsync() : CompletableFuture.completedFuture(null);
  }
}
