package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Point;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Spread;
import io.slotkeeper.benchmarks.report.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The same work on stores of ten times as many events each. */
public final class Growth implements Benchmark {
  private static final long SMALLEST = 10_000;
  private static final long LARGEST = 1_000_000;
  private static final long LARGEST_IN_SHORT = 100_000;
  private static final int STEP = 10;
  private static final double MOST_SLOWER = 1.3;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String describes() {
    return "appends, loads, listings and rebuilds as the store grows;"
        + " -Dgrowth.largest=EVENTS for another end";
  }

  @Override
  public Result run(Bench bench) {
    long most =
        Long.getLong("growth.largest", bench.settings().isShort() ? LARGEST_IN_SHORT : LARGEST);
    var sizes = LongStream.iterate(SMALLEST, size -> size <= most, size -> size * STEP).toArray();
    var measured = new ArrayList<GrowthOfOne>();
    try {
      for (long size : sizes) {
        measured.add(new GrowthOfOne(bench, size));
      }
      measured.forEach(GrowthOfOne::warmUp);
      for (int number = 1; number <= bench.settings().rounds(); number++) {
        for (int turn = 0; turn < measured.size(); turn++) {
          measured.get((number - 1 + turn) % measured.size()).round(number);
        }
      }
      measured.forEach(GrowthOfOne::rebuild);
      return result(measured);
    } finally {
      measured.forEach(GrowthOfOne::close);
    }
  }

  private Result result(List<GrowthOfOne> measured) {
    var figures = new ArrayList<Figure>();
    var first = measured.getFirst();
    var last = measured.getLast();
    figures.add(
        new Figure(
            "a booking on %,d events, beside one on %,d, p50".formatted(last.size(), first.size()),
            "ms",
            last.values(GrowthOfOne.APPEND, Latency::p50),
            first.values(GrowthOfOne.APPEND, Latency::p50),
            Target.ratioAtMost(MOST_SLOWER)));
    for (var work : GrowthOfOne.WORKS) {
      for (var one : measured) {
        figures.add(figure(one, work, "p50", Latency::p50));
        figures.add(figure(one, work, "p99", Latency::p99));
      }
    }
    for (var one : measured) {
      figures.add(
          Figure.alone(
              "rebuild of all projections of %,d events".formatted(one.events()),
              "events/s",
              List.of(one.rebuiltPerSecond()),
              null));
    }
    Map<String, Object> facts = new TreeMap<>();
    for (var one : measured) {
      one.facts()
          .forEach((name, value) -> facts.put("%,d events: %s".formatted(one.size(), name), value));
    }
    return new Result(
        name(),
        describes(),
        figures,
        plots(measured),
        measured.stream().flatMap(one -> one.rounds().stream()).toList(),
        facts);
  }

  private static Figure figure(
      GrowthOfOne one, String work, String percentile, ToDoubleFunction<Latency> value) {
    return Figure.alone(
        "%s on %,d events, %s".formatted(work, one.size(), percentile),
        "ms",
        one.values(work, value),
        null);
  }

  private static List<Plot> plots(List<GrowthOfOne> measured) {
    var latencies =
        GrowthOfOne.WORKS.stream()
            .map(work -> new Series(work, points(measured, one -> median(one, work))))
            .toList();
    return List.of(
        new Plot(
            "growth-latency",
            "Median latency as the store grows",
            Axis.logarithmic("events"),
            Axis.linear("ms"),
            latencies),
        new Plot(
            "growth-rebuild",
            "Rebuild of all projections as the store grows",
            Axis.logarithmic("events"),
            Axis.linear("events/s"),
            List.of(new Series("rebuild", points(measured, GrowthOfOne::rebuiltPerSecond)))));
  }

  private static double median(GrowthOfOne one, String work) {
    return Spread.of(one.values(work, Latency::p50)).median();
  }

  private static List<Point> points(
      List<GrowthOfOne> measured, ToDoubleFunction<GrowthOfOne> value) {
    return measured.stream().map(one -> new Point(one.size(), value.applyAsDouble(one))).toList();
  }
}
