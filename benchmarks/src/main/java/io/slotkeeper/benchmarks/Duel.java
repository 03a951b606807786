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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * Sides that take turns on the same machine, so that what disturbs one disturbs the other. Each
 * round begins with another side.
 */
public final class Duel {

  private static final String LOOP = "closed loop";
  private static final String PACED = "fixed rate";

  /**
   * Who is measured.
   *
   * @param name ours, ceiling or another
   * @param settle waits until what this side has put off is done, so that it does not slow the next
   *     one, and says how long that took
   */
  public record Side(
      String name, Traffic traffic, ProcessorTimes processors, Supplier<Duration> settle) {}

  private final Bench bench;
  private final String benchmark;
  private final List<Side> sides;
  private final List<Round> rounds = new ArrayList<>();
  private final Map<String, Histogram> paced = new LinkedHashMap<>();

  /** Of a benchmark. */
  public Duel(Bench bench, String benchmark, List<Side> sides) {
    this.bench = bench;
    this.benchmark = benchmark;
    this.sides = List.copyOf(sides);
  }

  /** Loads each side until that makes it no faster, and measures nothing. */
  public Duel warmUp() {
    for (var side : sides) {
      WarmUp.of(
          bench,
          what(side),
          time -> Load.closedLoop(side.traffic, time).require(what(side)).perSecond());
      say(side, "settling");
      var settling = side.settle.get();
      say(side, "settled in %d ms".formatted(settling.toMillis()));
    }
    return this;
  }

  /** As many requests as each side can answer. */
  public Duel closedLoop() {
    takeTurns(
        side -> LOOP + " of %d connections".formatted(side.traffic.connections()),
        traffic -> Load.closedLoop(traffic, bench.settings().round()));
    return this;
  }

  /**
   * Requests at a fixed rate, the same of all sides, so that latencies compare.
   *
   * @param share of what the slowest side has answered at its median
   */
  public Duel fixedRate(double share) {
    return fixedRateOf(
        share
            * sides.stream()
                .mapToDouble(side -> Spread.of(rates(side.name)).median())
                .min()
                .orElseThrow());
  }

  /** Requests at this rate, of all sides. */
  public Duel fixedRateOf(double perSecond) {
    takeTurns(
        side -> PACED + " of %.0f/s".formatted(perSecond),
        traffic -> Load.fixedRate(traffic, perSecond, bench.settings().round()));
    return this;
  }

  private void takeTurns(Function<Side, String> manner, Function<Traffic, Measured> load) {
    for (int number = 1; number <= bench.settings().rounds(); number++) {
      for (int turn = 0; turn < sides.size(); turn++) {
        var side = sides.get((number - 1 + turn) % sides.size());
        say(
            side,
            "%s, round %d of %d".formatted(manner.apply(side), number, bench.settings().rounds()));
        measure(side, manner.apply(side), number, load);
      }
    }
  }

  private void measure(Side side, String manner, int number, Function<Traffic, Measured> load) {
    var before = side.processors.now();
    var measured = load.apply(side.traffic).require(what(side));
    if (manner.startsWith(PACED)) {
      paced.merge(side.name, measured.nanos().copy(), Duel::sum);
    }
    var settling = side.settle.get();
    // With what was put off: it is work for these requests too.
    var spent = side.processors.now().since(before);
    rounds.add(
        new Round(
            side.name,
            manner,
            number,
            measured.seconds(),
            measured.done(),
            spent.microsPer(measured.done()),
            settling.toNanos() / 1e9,
            Latency.of(measured.nanos())));
  }

  private static Histogram sum(Histogram one, Histogram other) {
    one.add(other);
    return one;
  }

  private String what(Side side) {
    return benchmark + ", " + side.name;
  }

  private void say(Side side, String what) {
    bench.progress().now("%s: %s".formatted(what(side), what));
  }

  /** Everything that was measured, in order. */
  public List<Round> rounds() {
    return List.copyOf(rounds);
  }

  /** Something of each closed loop of a side, round by round. */
  public List<Double> ofLoops(String side, ToDoubleFunction<Round> value) {
    return of(side, LOOP, value);
  }

  /** Something of each run of a side at a fixed rate, round by round. */
  public List<Double> ofPaced(String side, ToDoubleFunction<Round> value) {
    return of(side, PACED, value);
  }

  private List<Double> of(String side, String manner, ToDoubleFunction<Round> value) {
    return rounds.stream()
        .filter(each -> each.side().equals(side) && each.manner().startsWith(manner))
        .map(each -> value.applyAsDouble(each))
        .toList();
  }

  /** How much a side has answered in a closed loop, round by round, in requests a second. */
  public List<Double> rates(String side) {
    return ofLoops(side, Round::perSecond);
  }

  /** What callers of a side waited at a fixed rate, all rounds together. */
  public Latency latency(String side) {
    var histogram = paced.get(side);
    if (histogram == null) {
      throw new IllegalStateException(side + " was not asked at a fixed rate");
    }
    return Latency.of(histogram);
  }
}
