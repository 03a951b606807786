package io.slotkeeper.query.rebuild;

import java.util.Optional;

/** What one node remembers of the attempts to bring a rebuild to its end. */
final class Attempts {
  /** An event that was appended late can be in one generation and not yet in the other. */
  private static final int COMPARISONS = 5;

  /** Steps between two attempts: each holds up readers for a moment. */
  private static final int REST = 40;

  /** After so many steps without being able to read the events. */
  private static final int STUCK = 600;

  private boolean equal;
  private int comparisons;
  private int resting;
  private int stuck;

  /** Whether there is no need to rest any longer; counts the steps. */
  boolean isTime() {
    return resting == 0 || --resting == 0;
  }

  void rest() {
    resting = REST;
  }

  /** Whether a comparison has found no difference. What follows is done to both alike. */
  boolean areEqual() {
    return equal;
  }

  /**
   * Takes the result of a comparison.
   *
   * @param difference in words; empty words for none, nothing where none could be made
   * @return why to give up, if it is time to
   */
  Optional<String> compared(Optional<String> difference) {
    equal = difference.filter(String::isEmpty).isPresent();
    return difference.filter(words -> !words.isEmpty() && ++comparisons >= COMPARISONS);
  }

  /** Why it cannot go on, if it cannot. */
  Optional<String> failureOf(Replay replay) {
    stuck = replay.isStuck() ? stuck + 1 : 0;
    return replay
        .failure()
        .filter(Failures::isFinal)
        .map(Failures::words)
        .or(
            () ->
                stuck > STUCK
                    ? Optional.of("the events cannot be read; see the log")
                    : Optional.empty());
  }
}
