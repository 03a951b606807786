package io.slotkeeper.benchmarks.limiter;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Listings from Redis with limits and without, in turn; and what an owner notices of somebody who
 * asks far more often than is allowed.
 */
public final class LimiterCost implements Benchmark {
  private static final double MOST_MICROS = 60;
  private static final double MOST_SLOWER = 1.2;

  @Override
  public String name() {
    return "limiter";
  }

  @Override
  public String describes() {
    return "what limits cost a request, and how much one abusive client slows another";
  }

  @Override
  public Result run(Bench bench) {
    var twins = Twins.start(bench);
    var duel = twins.measure(bench);
    Map<String, Object> facts =
        Map.of("connections", Twins.CONNECTIONS, "bytes of each answer", twins.bytes());
    // What is not asked any more would only disturb what comes next.
    bench.stage().clear();
    return result(duel, new Abuse(bench).measure(), facts);
  }

  private Result result(Duel duel, Abuse abuse, Map<String, Object> facts) {
    var with = duel.ofLoops(Twins.LIMITED, Round::processorMicrosInAll);
    var without = duel.ofLoops(Twins.EXEMPT, Round::processorMicrosInAll);
    var cost = IntStream.range(0, with.size()).mapToObj(i -> with.get(i) - without.get(i)).toList();
    var rounds = Stream.of(duel.rounds(), abuse.rounds()).flatMap(List::stream).toList();
    return new Result(
        name(),
        describes(),
        List.of(
            Figure.alone(
                "limits cost a request, time on processors",
                "µs",
                cost,
                Target.atMost(MOST_MICROS)),
            new Figure(
                "a day of slots from Redis with limits, beside none, 16 connections",
                "/s",
                duel.rates(Twins.LIMITED),
                duel.rates(Twins.EXEMPT),
                null),
            new Figure(
                "an owner's listing beside 500 requests/s of one who may ask 100 a minute, p50",
                "ms",
                abuse.beside(),
                abuse.alone(),
                Target.ratioAtMost(MOST_SLOWER))),
        List.of(
            new Plot(
                name(),
                "Days of slots a second, with limits and without",
                Axis.linear("round"),
                Axis.linear("requests/s"),
                List.of(
                    Series.ofRounds(Twins.LIMITED, duel.rates(Twins.LIMITED)),
                    Series.ofRounds(Twins.EXEMPT, duel.rates(Twins.EXEMPT))))),
        rounds,
        facts);
  }
}
