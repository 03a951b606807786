package io.slotkeeper.command;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.springframework.stereotype.Component;

/**
 * Lets few commands at a time at the same thing, before they take a connection: a slot that
 * everybody wants must leave connections for the others.
 */
@Component
class HotSpotGate {

  private static final int STRIPES = 1024;
  private static final int AT_ONCE = 4;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final Semaphore[] stripes;
  private final Duration longestWait;

  HotSpotGate() {
    this(AT_ONCE, LONGEST_WAIT);
  }

  HotSpotGate(int atOnce, Duration longestWait) {
    this.stripes =
        Stream.generate(() -> new Semaphore(atOnce, true)).limit(STRIPES).toArray(Semaphore[]::new);
    this.longestWait = longestWait;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws LockAcquisitionFailedException where that takes too long
   */
  <T> T pass(String thing, Supplier<T> work) {
    var stripe = stripes[Math.floorMod(thing.hashCode(), STRIPES)];
    enter(stripe);
    try {
      return work.get();
    } finally {
      stripe.release();
    }
  }

  private void enter(Semaphore stripe) {
    try {
      if (stripe.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new LockAcquisitionFailedException("Too many want the same thing at the same time");
  }
}
