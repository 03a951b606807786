package io.slotkeeper.query.slot.stream;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets few streams at a time ask the database. All listeners of a node that went away come back at
 * once, and would take every connection from the projections.
 */
@Component
class Doorway {
  private static final int AT_A_TIME = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /**
   * Asks when it is the caller's turn.
   *
   * @throws ProblemException if that takes too long
   */
  <T> T pass(Supplier<T> question) {
    if (!hasTurn()) {
      throw ProblemException.of(
              ProblemCode.UNAVAILABLE, "Too many listeners come at once. Try again shortly.")
          .retryAfter(TRY_AGAIN);
    }
    try {
      return question.get();
    } finally {
      places.release();
    }
  }

  private boolean hasTurn() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
