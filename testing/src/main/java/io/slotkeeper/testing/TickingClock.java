package io.slotkeeper.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes as the system's does, but ahead of it by as much as a test wants. */
public final class TickingClock extends Clock {

  private final Clock system;
  private final AtomicReference<Duration> ahead;

  public TickingClock() {
    this(Clock.system(ZoneOffset.UTC), new AtomicReference<>(Duration.ZERO));
  }

  private TickingClock(Clock system, AtomicReference<Duration> ahead) {
    this.system = system;
    this.ahead = ahead;
  }

  public void advance(Duration duration) {
    ahead.updateAndGet(before -> before.plus(duration));
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new TickingClock(system.withZone(other), ahead);
  }
}
