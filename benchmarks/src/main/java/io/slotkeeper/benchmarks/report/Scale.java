package io.slotkeeper.benchmarks.report;

import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where values of an axis lie, from 0 at its begin to 1 at its end. */
record Scale(boolean logarithmic, double least, double most, List<Tick> ticks) {

  private static final int ABOUT_TICKS = 6;

  static Scale of(Axis axis, DoubleStream all) {
    double[] values = axis.logarithmic() ? all.filter(each -> each > 0).toArray() : all.toArray();
    double most = DoubleStream.of(values).max().orElse(1);
    double least = DoubleStream.of(values).min().orElse(axis.logarithmic() ? 0.1 : 0);
    return axis.logarithmic() ? logarithmic(axis, least, most) : linear(axis, least, most);
  }

  private static Scale linear(Axis axis, double least, double most) {
    double from = Math.min(0, least);
    double span = most > from ? most - from : 1;
    double step = roundStep(span / ABOUT_TICKS);
    double end = from + Math.ceil(span / step) * step;
    var ticks = new ArrayList<Tick>();
    for (int each = 0; from + each * step <= end + step / 2; each++) {
      double at = from + each * step;
      ticks.add(new Tick(at, tickText(at)));
    }
    return new Scale(false, from, end, axis.ticks().isEmpty() ? ticks : axis.ticks());
  }

  private static Scale logarithmic(Axis axis, double least, double most) {
    if (!axis.ticks().isEmpty()) {
      double end = Math.max(most, least * 10);
      return new Scale(
          true,
          least,
          end,
          axis.ticks().stream().filter(tick -> tick.at() <= end * 1.001).toList());
    }
    double from = Math.pow(10, Math.floor(Math.log10(least)));
    double end = Math.pow(10, Math.ceil(Math.log10(Math.max(most, from * 10))));
    var ticks = new ArrayList<Tick>();
    for (double at = from; at <= end * 1.001; at *= 10) {
      ticks.add(new Tick(at, tickText(at)));
    }
    return new Scale(true, from, end, ticks);
  }

  /** 1, 2 or 5 times a power of ten. */
  private static double roundStep(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }

  private static String tickText(double value) {
    // Sums of steps such as 0.1 are not exact.
    return Numbers.shortest(Math.round(value * 1e6) / 1e6);
  }

  double place(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(least)) / (Math.log(most) - Math.log(least))
        : (value - least) / (most - least);
  }

  boolean shows(double value) {
    return !logarithmic || value > 0;
  }
}
