package io.slotkeeper.benchmarks.report;

import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Point;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Plot.Tick;
import java.util.List;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;

/**
 * How long something took, in milliseconds.
 *
 * @param count how often it was measured
 * @param byPercentile time within which that share of them ended, by percent
 */
public record Latency(
    long count,
    double mean,
    double p50,
    double p90,
    double p99,
    double p999,
    double most,
    List<AtPercentile> byPercentile) {

  private static final double NANOS = 1e6;

  /** Shares of counts are not exact. */
  private static final double ALMOST_ONE = 0.999;

  private static final double[] CURVE = {
    0, 10, 25, 50, 75, 80, 85, 90, 92.5, 95, 97, 98, 99, 99.25, 99.5, 99.75, 99.9, 99.95, 99.99
  };

  /** The axis that goes with {@link #curve}: each step to the right is ten times as rare. */
  public static final Axis PERCENTILES =
      new Axis(
          "percentile",
          true,
          List.of(
              new Tick(1, "0"),
              new Tick(2, "50"),
              new Tick(10, "90"),
              new Tick(100, "99"),
              new Tick(1_000, "99.9"),
              new Tick(10_000, "99.99")));

  /** A place on the curve. */
  public record AtPercentile(double percent, double millis) {}

  /** Of a histogram of nanoseconds. */
  public static Latency of(Histogram nanos) {
    return new Latency(
        nanos.getTotalCount(),
        nanos.getMean() / NANOS,
        at(nanos, 50),
        at(nanos, 90),
        at(nanos, 99),
        at(nanos, 99.9),
        nanos.getMaxValue() / NANOS,
        DoubleStream.of(CURVE)
            // Beyond it there is but one measurement, the longest.
            .filter(percent -> (100 - percent) / 100 * nanos.getTotalCount() >= ALMOST_ONE)
            .mapToObj(percent -> new AtPercentile(percent, at(nanos, percent)))
            .toList());
  }

  private static double at(Histogram nanos, double percent) {
    return nanos.getValueAtPercentile(percent) / NANOS;
  }

  /** The line of a plot over {@link #PERCENTILES}. */
  public Series curve(String name) {
    return new Series(
        name,
        byPercentile.stream()
            .map(each -> new Point(100 / (100 - each.percent()), each.millis()))
            .toList());
  }
}
