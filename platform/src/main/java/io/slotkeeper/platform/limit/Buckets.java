package io.slotkeeper.platform.limit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.slotkeeper.platform.limit.Remembered.Source;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Buckets as this node remembers them in front of those in Redis. What is refused by memory asks
 * nobody. What is allowed by it is written to Redis if the state there is the same, mostly in one
 * round trip; else the newest is read first. Without Redis it is written to memory alone. Whoever
 * uses a bucket holds its lock.
 */
final class Buckets extends AbstractCompareAndSwapBasedProxyManager<Remembered> {
  private final RedisLink link;

  Buckets(RedisLink link, TimeMeter clock) {
    super(ClientSideConfig.getDefault().withClientClock(clock));
    this.link = link;
  }

  /** Whether all nodes count together, as far as this one knows. */
  boolean areShared() {
    return link.buckets() != null;
  }

  @Override
  protected CompareAndSwapOperation beginCompareAndSwapOperation(Remembered bucket) {
    return new InMemoryFirst(bucket);
  }

  @Override
  protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Remembered bucket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeProxy(Remembered bucket) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected CompletableFuture<Void> removeAsync(Remembered bucket) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isAsyncModeSupported() {
    return false;
  }

  private final class InMemoryFirst implements CompareAndSwapOperation {
    private final Remembered bucket;

    InMemoryFirst(Remembered bucket) {
      this.bucket = bucket;
    }

    @Override
    public Optional<byte[]> getStateData(Optional<Long> timeout) {
      if (!bucket.isSeen()) {
        var redis = link.buckets();
        if (redis != null) {
          try {
            bucket.see(redis.read(bucket.key()));
            bucket.decidedBy(Source.SHARED);
            return bucket.state();
          } catch (RuntimeException e) {
            link.lose(redis, e);
          }
        }
        bucket.decidedBy(Source.ALONE);
      }
      return bucket.state();
    }

    @Override
    public boolean compareAndSwap(
        byte @Nullable [] before,
        byte[] after,
        RemoteBucketState state,
        Optional<Long> requestTimeout) {
      var redis = link.buckets();
      if (redis != null) {
        try {
          var swapped = redis.swap(bucket.key(), before, after, state);
          if (swapped) {
            bucket.see(after);
          } else {
            bucket.forget();
          }
          bucket.decidedBy(Source.SHARED);
          return swapped;
        } catch (RuntimeException e) {
          link.lose(redis, e);
        }
      }
      bucket.see(after);
      bucket.decidedBy(Source.ALONE);
      return true;
    }
  }
}
