package io.slotkeeper.benchmarks.report;

/**
 * What is to be reached, by the median.
 *
 * @param of what of a figure is compared
 * @param bound on which side of the value it has to be
 * @param value in the figure's unit, or a plain number for a ratio
 */
public record Target(Of of, Bound bound, double value) {

  /** What of a figure is compared. */
  public enum Of {
    OURS,
    RATIO
  }

  /** Which side of a value is good. */
  public enum Bound {
    AT_LEAST("≥"),
    AT_MOST("≤");

    private final String sign;

    Bound(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** Ours divided by the ceiling's. */
  public static Target ratioAtLeast(double value) {
    return new Target(Of.RATIO, Bound.AT_LEAST, value);
  }

  /** Ours divided by the ceiling's. */
  public static Target ratioAtMost(double value) {
    return new Target(Of.RATIO, Bound.AT_MOST, value);
  }

  /** Ours alone. */
  public static Target atLeast(double value) {
    return new Target(Of.OURS, Bound.AT_LEAST, value);
  }

  /** Ours alone. */
  public static Target atMost(double value) {
    return new Target(Of.OURS, Bound.AT_MOST, value);
  }

  boolean isReachedBy(Figure figure) {
    double median =
        of == Of.OURS ? figure.oursSpread().median() : figure.ratioSpread().orElseThrow().median();
    return bound == Bound.AT_LEAST ? median >= value : median <= value;
  }
}
