package io.slotkeeper.benchmarks.load;

import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What callers have seen.
 *
 * @param seconds from the first request to the last answer
 * @param done answers that were right
 * @param wrong other answers, by their status
 * @param nanos how long the right ones took
 */
public record Measured(double seconds, long done, Map<Integer, Long> wrong, Histogram nanos) {

  /** Right answers in a second. */
  public double perSecond() {
    return done / seconds;
  }

  /**
   * Itself, where all answers were right.
   *
   * @throws WrongAnswers otherwise: what is fast and wrong counts for nothing
   */
  public Measured require(String what) {
    if (!wrong.isEmpty() || done == 0) {
      throw new WrongAnswers(what, wrong);
    }
    return this;
  }
}
