package io.slotkeeper.benchmarks.report;

import java.util.Map;

/**
 * One side's turn.
 *
 * @param side whose
 * @param manner closed loop or fixed rate, and how many connections
 * @param number from one on
 * @param seconds how long it took
 * @param done requests that were answered as expected
 * @param processorMicros time on processors for each request, by process, in microseconds
 * @param settling seconds that the side went on with what it had put off, after the last answer
 * @param latency what callers waited
 */
public record Round(
    String side,
    String manner,
    int number,
    double seconds,
    long done,
    Map<String, Double> processorMicros,
    double settling,
    Latency latency) {

  /** Requests in a second. */
  public double perSecond() {
    return done / seconds;
  }

  /** Requests in a second, where what was put off counts too. */
  public double sustainedPerSecond() {
    return done / (seconds + settling);
  }

  /** Time on all processors for each request, in microseconds. */
  public double processorMicrosInAll() {
    return processorMicros.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
