package io.slotkeeper.platform.deadline;

import java.time.Duration;
import java.util.Optional;

/**
 * Until when the request that this thread serves has to be answered. A database that is frozen
 * keeps its connections and says nothing: without this, whoever waits for it would wait for as long
 * as the slowest statement of a rebuild may take.
 */
final class RequestDeadline {
  /** Enough to ask a database that works, where most of the time went into getting a connection. */
  private static final Duration LEAST = Duration.ofMillis(500);

  private static final ThreadLocal<Long> DEADLINE = new ThreadLocal<>();

  private RequestDeadline() {}

  static void begin(Duration patience) {
    DEADLINE.set(System.nanoTime() + patience.toNanos());
  }

  static void end() {
    DEADLINE.remove();
  }

  /** How long it may still wait; empty where the thread serves no request. */
  static Optional<Duration> left() {
    var deadline = DEADLINE.get();
    if (deadline == null) {
      return Optional.empty();
    }
    var left = Duration.ofNanos(deadline - System.nanoTime());
    return Optional.of(left.compareTo(LEAST) < 0 ? LEAST : left);
  }
}
