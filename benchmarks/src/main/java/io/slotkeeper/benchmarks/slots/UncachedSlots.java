package io.slotkeeper.benchmarks.slots;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.Duel.Side;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The same days with the cache and without it: what the cache saves. */
record UncachedSlots(YearOfBookings year) implements Benchmark {

  private static final int OK = 200;
  private static final int CONNECTIONS = 16;
  private static final String CACHED = "from Redis";
  private static final String UNCACHED = "calculated";

  @Override
  public String name() {
    return "slots-uncached";
  }

  @Override
  public String describes() {
    return "GET …/slots of a day with the cache, and with the cache off";
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now(name() + ": starting");
    var stage = bench.stage();
    var made = year.on(bench);
    var cached = stage.queries();
    var uncached = stage.queriesWithoutCache();
    requireSame(made.answers(cached.url()), made.answers(uncached.url()));
    var duel =
        new Duel(
            bench,
            name(),
            List.of(side(stage, CACHED, cached, made), side(stage, UNCACHED, uncached, made)));
    duel.warmUp().closedLoop();
    return new Result(
        name(),
        describes(),
        List.of(
            new Figure(
                "slots of one day, cached ÷ calculated: requests",
                "/s",
                duel.rates(CACHED),
                duel.rates(UNCACHED),
                Target.ratioAtLeast(10)),
            new Figure(
                "slots of one day, cached ÷ calculated: processor time of all servers a request",
                "µs",
                duel.ofLoops(CACHED, Round::processorMicrosInAll),
                duel.ofLoops(UNCACHED, Round::processorMicrosInAll),
                Target.ratioAtMost(0.1))),
        List.of(
            new Plot(
                name(),
                "Days of slots a second, from Redis and calculated",
                Axis.linear("round"),
                Axis.linear("requests/s"),
                List.of(
                    Series.ofRounds(CACHED, duel.rates(CACHED)),
                    Series.ofRounds(UNCACHED, duel.rates(UNCACHED))))),
        duel.rounds(),
        Map.of("connections", CONNECTIONS, "bookings of the business", made.bookings()));
  }

  private static Side side(
      Stage stage, String name, ServiceProcess server, YearOfBookings.Made made) {
    return new Side(
        name,
        Traffic.of(server.url(), CONNECTIONS, made.calls(), OK),
        stage.processors(server),
        () -> Duration.ZERO);
  }

  private static void requireSame(List<byte[]> some, List<byte[]> others) {
    for (int day = 0; day < some.size(); day++) {
      if (!Arrays.equals(some.get(day), others.get(day))) {
        throw new IllegalStateException("the cache tells another day than the calculation");
      }
    }
  }
}
