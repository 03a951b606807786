package io.slotkeeper.benchmarks.load;

import java.time.Duration;

/** Every caller begins again as soon as it has its answer; each asks once at least. */
final class ClosedLoop implements Pace {

  private final Duration duration;
  private volatile long end;

  ClosedLoop(Duration duration) {
    this.duration = duration;
  }

  @Override
  public void begin(long now) {
    end = now + duration.toNanos();
  }

  @Override
  public long next(long asked) {
    long now = System.nanoTime();
    return asked == 0 || now - end < 0 ? now : END;
  }
}
