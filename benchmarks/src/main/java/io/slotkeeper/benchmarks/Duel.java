package io.slotkeeper.benchmarks;

import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Measured;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Spread;
import io.slotkeeper.benchmarks.servers.ProcessorTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Sides that take turns on the same machine, so that what disturbs one disturbs the other. Each
 * round begins with another side.
 */
public final class Duel {

  /**
   * Who is measured.
   *
   * @param name ours, ceiling or another
   * @param settle waits until what this side has left to do is done, so that it does not slow the
   *     next one
   */
  public record Side(String name, Traffic traffic, ProcessorTimes processors, Runnable settle) {}

  private final Bench bench;
  private final String benchmark;
  private final List<Side> sides;
  private final List<Round> rounds = new ArrayList<>();

  /** Of a benchmark. */
  public Duel(Bench bench, String benchmark, List<Side> sides) {
    this.bench = bench;
    this.benchmark = benchmark;
    this.sides = List.copyOf(sides);
  }

  /** Loads each side until the JIT compiler is done with it, and measures nothing. */
  public Duel warmUp() {
    for (var side : sides) {
      say("%s: warming up", side);
      Load.closedLoop(side.traffic, bench.settings().warmUp()).require(side.name);
      side.settle.run();
    }
    return this;
  }

  /** As many requests as each side can answer. */
  public Duel closedLoop() {
    for (int number = 1; number <= bench.settings().rounds(); number++) {
      for (int turn = 0; turn < sides.size(); turn++) {
        var side = sides.get((number - 1 + turn) % sides.size());
        say("%%s: round %d of %d".formatted(number, bench.settings().rounds()), side);
        measure(
            side,
            "closed loop of %d connections".formatted(side.traffic.connections()),
            number,
            traffic -> Load.closedLoop(traffic, bench.settings().round()));
      }
    }
    return this;
  }

  /**
   * Requests at a fixed rate, the same of all sides, so that latencies compare: that share of what
   * the slowest side has answered at its median.
   */
  public Duel fixedRate(double share) {
    double slowest = sides.stream().mapToDouble(side -> medianRate(side.name)).min().orElseThrow();
    return fixedRateOf(share * slowest, bench.settings().latency());
  }

  /** Requests at this rate, of all sides. */
  public Duel fixedRateOf(double perSecond, Duration duration) {
    for (var side : sides) {
      say("%%s: %.0f/s".formatted(perSecond), side);
      measure(side, manner(perSecond), 1, traffic -> Load.fixedRate(traffic, perSecond, duration));
    }
    return this;
  }

  private static String manner(double perSecond) {
    return "fixed rate of %.0f/s".formatted(perSecond);
  }

  private void measure(Side side, String manner, int number, Function<Traffic, Measured> load) {
    var before = side.processors.now();
    var measured = load.apply(side.traffic).require(benchmark + ", " + side.name);
    rounds.add(
        new Round(
            side.name,
            manner,
            number,
            measured.seconds(),
            measured.done(),
            side.processors.now().since(before).microsPer(measured.done()),
            Latency.of(measured.nanos())));
    side.settle.run();
  }

  private void say(String format, Side side) {
    bench.progress().now(benchmark + ", " + format.formatted(side.name));
  }

  /** Everything that was measured, in order. */
  public List<Round> rounds() {
    return List.copyOf(rounds);
  }

  /** The rounds of a side in a closed loop. */
  public List<Round> loops(String side) {
    return of(side, "closed loop");
  }

  /** The last run of a side at a fixed rate. */
  public Round paced(String side) {
    return of(side, "fixed rate").getLast();
  }

  private List<Round> of(String side, String manner) {
    return rounds.stream()
        .filter(each -> each.side().equals(side) && each.manner().startsWith(manner))
        .toList();
  }

  /** How much a side has answered in a closed loop, round by round, in requests a second. */
  public List<Double> rates(String side) {
    return loops(side).stream().map(Round::perSecond).toList();
  }

  private double medianRate(String side) {
    return Spread.of(rates(side)).median();
  }
}
