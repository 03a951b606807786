package io.slotkeeper.platform.limit;

import io.slotkeeper.platform.limit.Remembered.Source;
import java.time.Duration;

/**
 * Permits that a node has taken out of a bucket and not used: it uses them without asking anybody.
 *
 * @param others what was in the bucket beside them when they were taken
 * @param until when they are void, since the bucket is full again, in nanoseconds of the clock
 * @param from who gave them out
 */
record Hand(long permits, long others, long until, Source from) {
  static final Hand EMPTY = new Hand(0, 0, 0, Source.LOCAL);

  boolean hasSome(long now) {
    return now < until && permits > 0;
  }

  /** Whether one that was not needed may be kept, where so many are the most. */
  boolean hasRoom(long now, long most) {
    return now < until && permits < most;
  }

  Hand plus(long more) {
    return new Hand(permits + more, others, until, from);
  }

  /** What the client may still use, as far as this node knows. */
  long left() {
    return permits + others;
  }

  Duration voidIn(long now) {
    return Duration.ofNanos(until - now);
  }
}
