package io.slotkeeper.benchmarks.soak;

import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What an hour's minutes say. The first tenth is left out, in which heaps, caches and pools fill.
 */
final class Verdict {
  /** Of 512 MB of heap, it would take a day and a half to fill. */
  static final double MOST_HEAP_PER_MINUTE = 0.25;

  /** Beyond the heap: metaspace, code, buffers, what malloc keeps. */
  static final double MOST_RESIDENT_PER_MINUTE = 0.5;

  /** In an hour it would be three tenths. */
  static final double MOST_DRIFT_PER_MINUTE = 0.005;

  /** In an hour half a dozen. */
  static final double MOST_LEAKED_PER_MINUTE = 0.1;

  private static final int TENTH = 10;

  private final List<Minute> minutes;

  Verdict(List<Minute> all) {
    this.minutes = all.subList(all.size() / TENTH, all.size());
  }

  /** Its figures, each with its threshold. */
  List<Figure> figures(long lost) {
    var figures = new ArrayList<Figure>();
    for (var service : minutes.getFirst().services().keySet()) {
      rise(
          figures,
          service + ", heap after collections",
          "MB/min",
          each -> seen(each, service).heap(),
          MOST_HEAP_PER_MINUTE);
      rise(
          figures,
          service + ", resident",
          "MB/min",
          each -> seen(each, service).megabytes(),
          MOST_RESIDENT_PER_MINUTE);
      rise(
          figures,
          service + ", threads",
          "/min",
          each -> seen(each, service).threads(),
          MOST_LEAKED_PER_MINUTE);
      rise(
          figures,
          service + ", open files",
          "/min",
          each -> seen(each, service).files(),
          MOST_LEAKED_PER_MINUTE);
    }
    rise(figures, "connections to PostgreSQL", "/min", Minute::connections, MOST_LEAKED_PER_MINUTE);
    drift(figures, "bookings, p99", Minute::p99);
    drift(figures, "listings, p99", Minute::readP99);
    figures.add(Figure.alone("bookings lost", "", List.of((double) lost), Target.atMost(0)));
    return figures;
  }

  private static Minute.Seen seen(Minute minute, String service) {
    var seen = minute.services().get(service);
    if (seen == null) {
      throw new IllegalArgumentException(service);
    }
    return seen;
  }

  private void rise(
      List<Figure> figures, String what, String unit, ToDoubleFunction<Minute> value, double most) {
    figures.add(
        Figure.alone(
            "rise of " + what, unit, List.of(Trend.perMinute(values(value))), Target.atMost(most)));
  }

  private void drift(List<Figure> figures, String what, ToDoubleFunction<Minute> value) {
    var values = values(value);
    double middle = values.stream().sorted().toList().get(values.size() / 2);
    figures.add(
        Figure.alone(
            "drift of %s, as a part of its median".formatted(what),
            "/min",
            List.of(Trend.perMinute(values) / middle),
            Target.atMost(MOST_DRIFT_PER_MINUTE)));
  }

  private List<Double> values(ToDoubleFunction<Minute> value) {
    return minutes.stream().map(value::applyAsDouble).toList();
  }
}
