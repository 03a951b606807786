package io.slotkeeper.benchmarks.rebuild;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.growth.GrownStore;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** All projections are rebuilt by the administrator's calls, while others read. */
public final class RebuildSpeed implements Benchmark {
  private static final long EVENTS = 1_000_000;
  private static final long EVENTS_IN_SHORT = 20_000;
  private static final double PER_SECOND = 25_000;
  private static final double READS_PER_SECOND = 50;
  private static final int CONNECTIONS = 4;
  private static final int OK = 200;
  private static final int LISTED = 20;
  private static final Duration A_WHILE = Duration.ofSeconds(1);

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String describes() {
    return "rebuild of all projections, beside one cursor over the same events;"
        + " -Drebuild.events=COUNT for another size";
  }

  @Override
  public Result run(Bench bench) {
    long size =
        Long.getLong("rebuild.events", bench.settings().isShort() ? EVENTS_IN_SHORT : EVENTS);
    try (var grown = GrownStore.write(bench, size)) {
      var projections = new Projections(grown.queries().url());
      bench.progress().now("rebuild: the projections follow");
      var followed = projections.awaitCaughtUp();
      var traffic = listings(grown);
      var unused = Load.closedLoop(traffic, bench.settings().warmUp()).require("listings");
      var rounds = new ArrayList<Round>();
      var rebuilt = new ArrayList<Double>();
      var read = new ArrayList<Double>();
      for (int number = 1; number <= bench.settings().rounds(); number++) {
        bench
            .progress()
            .now("rebuild: round %d of %d".formatted(number, bench.settings().rounds()));
        read.add(CursorReader.inItsOwnProcess(grown.database()));
        rounds.add(round("reads alone", number, reads(traffic, bench.settings().round())));
        var during = new Histogram(3);
        var rebuilding = CompletableFuture.supplyAsync(projections::rebuild);
        while (!rebuilding.isDone()) {
          during.add(reads(traffic, A_WHILE));
        }
        rebuilt.add(grown.store().events() / (rebuilding.join().toMillis() / 1e3));
        rounds.add(round("reads beside a rebuild", number, during));
      }
      return result(grown, followed, rounds, rebuilt, read);
    }
  }

  private static Histogram reads(Traffic traffic, Duration duration) {
    return Load.fixedRate(traffic, READS_PER_SECOND, duration).require("listings").nanos();
  }

  private static Round round(String side, int number, Histogram nanos) {
    return new Round(
        side,
        "fixed rate of %.0f/s".formatted(READS_PER_SECOND),
        number,
        nanos.getTotalCount() / READS_PER_SECOND,
        nanos.getTotalCount(),
        Map.of(),
        0,
        Latency.of(nanos));
  }

  private static Traffic listings(GrownStore grown) {
    var next = new AtomicInteger();
    var from = LocalDate.now(Clock.systemUTC()).plusDays(2);
    var businesses = grown.store().businesses().stream().limit(LISTED).toList();
    Supplier<Call> calls =
        () ->
            Call.get(
                "/api/businesses/%s/slots?from=%s&to=%s"
                    .formatted(
                        businesses.get(Math.floorMod(next.getAndIncrement(), businesses.size())),
                        from,
                        from));
    return Traffic.of(grown.queries().url(), CONNECTIONS, calls, OK);
  }

  private Result result(
      GrownStore grown,
      Duration followed,
      List<Round> rounds,
      List<Double> rebuilt,
      List<Double> read) {
    var events = grown.store().events();
    return new Result(
        name(),
        describes(),
        List.of(
            new Figure(
                "rebuild of all projections of %,d events, beside one cursor".formatted(events),
                "events/s",
                rebuilt,
                read,
                Target.atLeast(PER_SECOND)),
            new Figure(
                "a day of slots during a rebuild, beside none, p99",
                "ms",
                p99(rounds, "reads beside a rebuild"),
                p99(rounds, "reads alone"),
                Target.ratioAtMost(2))),
        List.of(
            new Plot(
                name(),
                "Events a second: rebuilt into all projections, and read by one cursor",
                Axis.linear("round"),
                Axis.linear("events/s"),
                List.of(Series.ofRounds("rebuild", rebuilt), Series.ofRounds("one cursor", read)))),
        rounds,
        Map.of(
            "events", events,
            "seconds of writing the store", grown.writing().toMillis() / 1e3,
            "seconds until new projections had followed", followed.toMillis() / 1e3));
  }

  private static List<Double> p99(List<Round> rounds, String side) {
    return rounds.stream()
        .filter(round -> round.side().equals(side))
        .map(round -> round.latency().p99())
        .toList();
  }
}
