package io.slotkeeper.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * So many requests a second, whether or not the answers come. Time counts from when a request was
 * to begin: where answers stall, the requests that stand behind them have waited too.
 */
final class FixedRate implements Pace {

  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private volatile long begin;
  private final double nanosBetween;
  private final long count;
  private final AtomicLong turn = new AtomicLong();

  FixedRate(double perSecond, Duration duration) {
    this.nanosBetween = SECOND / perSecond;
    this.count = Math.max(1, (long) (perSecond * duration.toNanos() / SECOND));
  }

  @Override
  public void begin(long now) {
    begin = now;
  }

  @Override
  public long next(long asked) {
    long number = turn.getAndIncrement();
    if (number >= count) {
      return END;
    }
    long intended = begin + (long) (number * nanosBetween);
    for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return intended;
  }
}
