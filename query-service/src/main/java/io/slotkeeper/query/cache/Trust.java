package io.slotkeeper.query.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node may believe what Redis says, and of which epoch it must be. It starts in doubt;
 * any failure is a doubt, since holds of others may have failed as well, and only a heartbeat ends
 * it.
 */
final class Trust {
  private static final Logger log = LoggerFactory.getLogger(Trust.class);

  /** Heartbeats that may be missed before the epoch is too old to go by. */
  private static final int MISSED_BEATS = 4;

  private final long longestAge;
  private final AtomicLong epoch = new AtomicLong(-1);
  private final AtomicLong doubts = new AtomicLong();
  private final AtomicInteger unheld = new AtomicInteger();
  private volatile long readAt;
  private volatile boolean trusted;

  Trust(Duration heartbeat) {
    longestAge = heartbeat.multipliedBy(MISSED_BEATS).toNanos();
  }

  /** Whether changes are announced to Redis. */
  boolean holds() {
    return trusted;
  }

  /** Whether answers are taken from it. */
  boolean reads() {
    return trusted && unheld.get() == 0 && System.nanoTime() - readAt < longestAge;
  }

  long epoch() {
    return epoch.get();
  }

  /** Grows with each doubt: what was read across one does not count. */
  long doubts() {
    return doubts.get();
  }

  void doubt() {
    doubts.incrementAndGet();
    if (trusted) {
      trusted = false;
      log.warn("The cache is away: answers come from PostgreSQL");
    }
  }

  /** The epoch never falls, however slowly one was read. */
  void learn(long read) {
    epoch.accumulateAndGet(read, Math::max);
  }

  /** Ends the doubt, unless another one came up since these were counted. */
  void restore(long read, long doubtsBefore) {
    learn(read);
    readAt = System.nanoTime();
    if (doubts.get() == doubtsBefore && !trusted) {
      trusted = true;
      log.info("The cache is there");
      if (doubts.get() != doubtsBefore) {
        trusted = false;
      }
    }
  }

  /** A transaction is raising the epoch: nothing is read until it has ended and that is known. */
  void beginUnheld() {
    unheld.incrementAndGet();
  }

  void endUnheld() {
    unheld.decrementAndGet();
  }
}
