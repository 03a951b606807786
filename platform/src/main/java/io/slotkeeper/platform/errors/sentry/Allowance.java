package io.slotkeeper.platform.errors.sentry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * One report of an error from one place in a while, and not very many in all: what fails, fails for
 * each request, and a stopped processor tries again all the time.
 */
final class Allowance {
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int MOST_AT_ONCE = 20;

  private final Clock clock;
  private final Map<String, Instant> reported = new HashMap<>();

  Allowance(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean allows(String error) {
    var now = clock.instant();
    var recent = now.minus(PAUSE);
    reported.values().removeIf(at -> !at.isAfter(recent));
    if (reported.containsKey(error) || reported.size() >= MOST_AT_ONCE) {
      return false;
    }
    reported.put(error, now);
    return true;
  }
}
