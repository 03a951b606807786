package io.slotkeeper.benchmarks.load;

/** When the next request is to begin. */
interface Pace {

  /** Says that there is no next one. */
  long END = Long.MIN_VALUE;

  /** All callers are there. */
  void begin(long now);

  /**
   * Waits until the next request's turn.
   *
   * @param asked how often its caller has asked before
   * @return from when on its caller waits, on the clock of {@link System#nanoTime()}, or {@link
   *     #END}
   */
  long next(long asked);
}
