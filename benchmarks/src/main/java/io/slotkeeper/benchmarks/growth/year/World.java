package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/** The time that passes, and what is to happen in it. */
final class World {
  private record Due(Instant at, long order, Runnable what) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final class WorldClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final Chance chance;
  private final Ids ids;
  private final Instant end;
  private Instant now;
  private long scheduled;

  World(Year year) {
    this.chance = new Chance(year.seed());
    this.now = year.begin();
    this.end = year.end();
    this.ids = new Ids(new WorldClock(), chance.generator());
  }

  Instant now() {
    return now;
  }

  Chance chance() {
    return chance;
  }

  Ids ids() {
    return ids;
  }

  /** Does it then, unless the year has ended. */
  void at(Instant when, Runnable what) {
    if (when.isBefore(end)) {
      surely(when, what);
    }
  }

  /** Does it then, even where the year has ended: what is half done is done to its end. */
  void surely(Instant when, Runnable what) {
    due.add(new Due(when, scheduled++, what));
  }

  void run() {
    for (var next = due.poll(); next != null; next = due.poll()) {
      now = next.at();
      next.what().run();
    }
  }
}
