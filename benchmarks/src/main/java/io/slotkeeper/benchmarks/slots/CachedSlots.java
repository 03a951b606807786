package io.slotkeeper.benchmarks.slots;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.Duel.Side;
import io.slotkeeper.benchmarks.ceiling.PlainStrings;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Days that are in Redis, beside strings of the same sizes from the same Redis. */
record CachedSlots(YearOfBookings year) implements Benchmark {

  private static final int OK = 200;
  private static final int CONNECTIONS = 16;
  private static final double SHARE = 0.6;
  private static final String OURS = "ours";
  private static final String CEILING = "a string from Redis";
  private static final String WORK = "slots of one day, Redis hit, 16 connections";

  @Override
  public String name() {
    return "slots-cached";
  }

  @Override
  public String describes() {
    return "GET …/slots of a day that is in Redis, beside a string of the same size from Redis";
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now(name() + ": starting");
    var stage = bench.stage();
    var made = year.on(bench);
    var queries = stage.queries();
    var strings = PlainStrings.start(stage);
    var answers = made.answers(queries.url());
    keep(strings, answers);
    var plain = IntStream.range(0, answers.size()).mapToObj(CachedSlots::string).toList();
    var next = new AtomicInteger();
    var duel =
        new Duel(
            bench,
            name(),
            List.of(
                new Side(
                    OURS,
                    Traffic.of(queries.url(), CONNECTIONS, made.calls(), OK),
                    stage.processors(queries),
                    () -> Duration.ZERO),
                new Side(
                    CEILING,
                    Traffic.of(
                        strings.url(),
                        CONNECTIONS,
                        () -> plain.get(Math.floorMod(next.getAndIncrement(), plain.size())),
                        OK),
                    stage.processors(strings),
                    () -> Duration.ZERO)));
    duel.warmUp().closedLoop().fixedRate(SHARE);
    return result(
        duel,
        Map.of(
            "connections", CONNECTIONS,
            "bookings of the business", made.bookings(),
            "bytes of each answer", answers.stream().map(each -> each.length).toList()));
  }

  private static Call string(int number) {
    return Call.get("/strings/" + number);
  }

  private static void keep(ServiceProcess strings, List<byte[]> answers) {
    try (var connection = new KeptConnection(strings.url())) {
      for (int number = 0; number < answers.size(); number++) {
        var path = string(number).path();
        var unused =
            connection
                .send(new Call("PUT", path, Map.of(), answers.get(number)))
                .require(OK, "keeping a string");
      }
    }
  }

  private Result result(Duel duel, Map<String, Object> facts) {
    return new Result(
        name(),
        describes(),
        List.of(
            new Figure(WORK, "/s", duel.rates(OURS), duel.rates(CEILING), Target.ratioAtLeast(0.8)),
            new Figure(
                "processor time of all servers for each such request",
                "µs",
                duel.ofLoops(OURS, Round::processorMicrosInAll),
                duel.ofLoops(CEILING, Round::processorMicrosInAll),
                null),
            latency(duel, "p50", Latency::p50, null),
            latency(duel, "p99", Latency::p99, Target.atMost(8))),
        List.of(
            new Plot(
                name() + "-throughput",
                "Days of slots from Redis a second",
                Axis.linear("round"),
                Axis.linear("requests/s"),
                List.of(
                    Series.ofRounds(OURS, duel.rates(OURS)),
                    Series.ofRounds(CEILING, duel.rates(CEILING)))),
            new Plot(
                name() + "-latency",
                "Latency of days of slots from Redis at a fixed rate",
                Latency.PERCENTILES,
                Axis.linear("ms"),
                List.of(duel.latency(OURS).curve(OURS), duel.latency(CEILING).curve(CEILING)))),
        duel.rounds(),
        facts);
  }

  private static Figure latency(
      Duel duel, String percentile, ToDoubleFunction<Latency> value, @Nullable Target target) {
    return new Figure(
        "%s, %s at %.0f %% of the throughput".formatted(WORK, percentile, SHARE * 100),
        "ms",
        duel.ofPaced(OURS, round -> value.applyAsDouble(round.latency())),
        duel.ofPaced(CEILING, round -> value.applyAsDouble(round.latency())),
        target);
  }
}
