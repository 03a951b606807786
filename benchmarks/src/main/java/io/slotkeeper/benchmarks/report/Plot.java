package io.slotkeeper.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some lines over one another.
 *
 * @param file name without its ending, of letters, digits and dashes
 */
public record Plot(String file, String title, Axis x, Axis y, List<Series> series) {

  /** Accepts names of files that are the same everywhere. */
  public Plot {
    if (!file.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("not a name of a plot: " + file);
    }
    series = List.copyOf(series);
  }

  /**
   * What is laid off on an axis.
   *
   * @param logarithmic equal steps multiply
   * @param ticks where the scale is marked; some are chosen where there are none
   */
  public record Axis(String label, boolean logarithmic, List<Tick> ticks) {

    /** Equal steps add, from zero on. */
    public static Axis linear(String label) {
      return new Axis(label, false, List.of());
    }

    /** Equal steps multiply. */
    public static Axis logarithmic(String label) {
      return new Axis(label, true, List.of());
    }
  }

  /** A mark of a scale. */
  public record Tick(double at, String label) {}

  /** A line and its name. */
  public record Series(String name, List<Point> points) {

    /** Values of rounds, the first of which is number one. */
    public static Series ofRounds(String name, List<Double> values) {
      return new Series(
          name,
          IntStream.range(0, values.size())
              .mapToObj(round -> new Point(round + 1, values.get(round)))
              .toList());
    }
  }

  /** A place on a line. */
  public record Point(double x, double y) {}
}
