package io.slotkeeper.benchmarks.load;

/** When the next request is to begin. */
interface Pace {

  /** Says that there is no next one. */
  long END = Long.MIN_VALUE;

  /**
   * Waits until the next request's turn.
   *
   * @return from when on its caller waits, on the clock of {@link System#nanoTime()}, or {@link
   *     #END}
   */
  long next();

  /** What does not wait may begin again as soon as the answer is there. */
  static Pace closedLoop(long end) {
    return () -> {
      long now = System.nanoTime();
      return now - end < 0 ? now : END;
    };
  }
}
