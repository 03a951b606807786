package io.slotkeeper.platform.metrics;

import java.time.Duration;

/**
 * How a processor stands, whichever nodes run it.
 *
 * @param lagEvents numbers in the store after its position; 0 where none of them concerns it
 * @param lagSeconds age of the oldest event that it has to handle; 0 where there is none
 * @param claimed segments that a node works on
 * @param unclaimed segments that no node works on
 */
record ProcessorReading(double lagEvents, double lagSeconds, int claimed, int unclaimed) {
  /** Nothing is known. */
  static final ProcessorReading NONE = new ProcessorReading(Double.NaN, Double.NaN, 0, 0);

  /** The age of the oldest event that it has to handle. */
  Duration oldest() {
    return Duration.ofMillis(Math.round(lagSeconds * 1000));
  }
}
