package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.benchmarks.servers.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** How long after its commit a booking can be read from another process. */
final class Lag implements Benchmark {

  private static final int CREATED = 201;
  private static final int CONNECTIONS = 32;
  private static final double PER_SECOND = 500;

  private static final String API = "until the query API answers";
  private static final String TABLE = "until the read model is committed";

  @Override
  public String name() {
    return "lag";
  }

  @Override
  public String describes() {
    return "500 bookings a second, from their commit to where the query API shows them";
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now("lag: starting");
    var stage = bench.stage();
    var queries = stage.queries();
    var shops = Shops.open(stage, name(), 1);
    var acknowledged = new Acknowledged();
    var commits = new Commits(stage.sql());
    var backlog = new Backlog(stage);
    var rounds = new ArrayList<Round>();
    var all = new Histogram(3);
    try (var watchers = new Watchers(queries.url())) {
      var traffic =
          new Traffic(
              stage.commands().url(),
              CONNECTIONS,
              new BookingCalls(shops.slots()),
              CREATED,
              (call, answer) -> {
                acknowledged.hear(call, answer);
                watchers.hear(answer);
              });
      bench.progress().now("lag: warming up");
      var unused = Load.fixedRate(traffic, PER_SECOND, bench.settings().warmUp()).require(name());
      backlog.drain();
      watchers.seen();
      for (int number = 1; number <= bench.settings().rounds(); number++) {
        bench.progress().now("lag: round %d of %d".formatted(number, bench.settings().rounds()));
        long before = commits.head();
        var measured =
            Load.fixedRate(traffic, PER_SECOND, bench.settings().round()).require(name());
        double settling = backlog.drain().toNanos() / 1e9;
        var api = commits.lags(before, watchers.seen());
        all.add(api);
        rounds.add(round(API, number, measured.seconds(), settling, api));
        rounds.add(round(TABLE, number, measured.seconds(), settling, commits.lagsOfTable(before)));
      }
    }
    acknowledged.requireIn(
        stage.sql(), List.of("command.slot_claim.booking_id", "query.booking.booking_id"));
    return result(rounds, all, acknowledged.count());
  }

  private static Round round(
      String side, int number, double seconds, double settling, Histogram lags) {
    return new Round(
        side,
        "fixed rate of %.0f/s".formatted(PER_SECOND),
        number,
        seconds,
        lags.getTotalCount(),
        Map.of(),
        settling,
        Latency.of(lags));
  }

  private Result result(List<Round> rounds, Histogram all, int acknowledged) {
    return new Result(
        name(),
        describes(),
        List.of(
            figure("p50", rounds, API, Latency::p50, Target.atMost(20)),
            figure("p99", rounds, API, Latency::p99, Target.atMost(100)),
            figure("p50", rounds, TABLE, Latency::p50, Target.atMost(20)),
            figure("p99", rounds, TABLE, Latency::p99, Target.atMost(100))),
        List.of(
            new Plot(
                "lag",
                "From the commit of a booking until the query API shows it, at 500/s",
                Latency.PERCENTILES,
                Axis.linear("ms"),
                List.of(Latency.of(all).curve("lag")))),
        List.copyOf(rounds),
        Map.of(
            "acknowledged", acknowledged, "bookings that are watched", "1 in " + Watchers.ONE_IN));
  }

  private static Figure figure(
      String percentile,
      List<Round> rounds,
      String side,
      ToDoubleFunction<Latency> value,
      Target target) {
    return Figure.alone(
        "lag at 500 bookings/s, from commit %s, %s".formatted(side, percentile),
        "ms",
        rounds.stream()
            .filter(each -> each.side().equals(side))
            .map(each -> value.applyAsDouble(each.latency()))
            .toList(),
        target);
  }
}
