package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.WarmUp;
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

/**
 * How long after its commit a booking can be read from another process: when as many are asked for
 * as is aimed at, which a small machine may not reach, and when few are.
 */
final class Lag implements Benchmark {

  private static final int CREATED = 201;
  private static final int CONNECTIONS = 32;
  private static final int MANY = 500;
  private static final int FEW = 50;

  private static final Target MOST_P50 = Target.atMost(20);
  private static final Target MOST_P99 = Target.atMost(100);

  private static final String API = "until the query API answers";
  private static final String TABLE = "until the read model is committed";

  @Override
  public String name() {
    return "lag";
  }

  @Override
  public String describes() {
    return "500 bookings a second, and 50, from their commit to where the query API shows them";
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
    var paces = List.of(new Pace(MANY, true), new Pace(FEW, false));
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
      WarmUp.of(
          bench,
          name(),
          time -> {
            double rate = Load.fixedRate(traffic, MANY, time).require(name()).perSecond();
            backlog.drain();
            watchers.seen();
            return rate;
          });
      for (int number = 1; number <= bench.settings().rounds(); number++) {
        for (var pace : paces) {
          bench
              .progress()
              .now(
                  "lag, %d/s: round %d of %d"
                      .formatted(pace.perSecond, number, bench.settings().rounds()));
          long before = commits.head();
          var measured =
              Load.fixedRate(traffic, pace.perSecond, bench.settings().round()).require(name());
          double settling = backlog.drain().toNanos() / 1e9;
          var api = commits.lags(before, watchers.seen());
          var table = commits.lagsOfTable(before);
          pace.lags.add(api);
          rounds.add(round(API, pace, number, measured.seconds(), settling, api));
          rounds.add(round(TABLE, pace, number, measured.seconds(), settling, table));
          pace.booked.add(measured.perSecond());
        }
      }
    }
    acknowledged.requireIn(
        stage.sql(), List.of("command.slot_claim.booking_id", "query.booking.booking_id"));
    return result(rounds, paces, acknowledged.count());
  }

  private static Round round(
      String side, Pace pace, int number, double seconds, double settling, Histogram lags) {
    return new Round(
        side,
        pace.manner(),
        number,
        seconds,
        lags.getTotalCount(),
        Map.of(),
        settling,
        Latency.of(lags));
  }

  private Result result(List<Round> rounds, List<Pace> paces, int acknowledged) {
    var figures = new ArrayList<Figure>();
    for (var pace : paces) {
      for (var side : List.of(API, TABLE)) {
        figures.add(figure("p50", rounds, pace, side, Latency::p50, MOST_P50));
        figures.add(figure("p99", rounds, pace, side, Latency::p99, MOST_P99));
      }
      var asked = "bookings that were made of %d/s".formatted(pace.perSecond);
      figures.add(Figure.alone(asked, "/s", pace.booked, null));
    }
    return new Result(
        name(),
        describes(),
        List.copyOf(figures),
        List.of(
            new Plot(
                "lag",
                "From the commit of a booking until the query API shows it",
                Latency.PERCENTILES,
                Axis.linear("ms"),
                paces.stream()
                    .map(pace -> Latency.of(pace.lags).curve("at %d/s".formatted(pace.perSecond)))
                    .toList())),
        List.copyOf(rounds),
        Map.of(
            "acknowledged", acknowledged, "bookings that are watched", "1 in " + Watchers.ONE_IN));
  }

  private static Figure figure(
      String percentile,
      List<Round> rounds,
      Pace pace,
      String side,
      ToDoubleFunction<Latency> value,
      Target target) {
    return Figure.alone(
        "lag at %d bookings/s, from commit %s, %s".formatted(pace.perSecond, side, percentile),
        "ms",
        rounds.stream()
            .filter(each -> each.side().equals(side) && each.manner().equals(pace.manner()))
            .map(each -> value.applyAsDouble(each.latency()))
            .toList(),
        pace.isAimedAt ? target : null);
  }

  /**
   * How many bookings a second are asked for.
   *
   * @param isAimedAt whether there is a target for it
   * @param lags of all its rounds
   * @param booked how many there really were a second, round by round
   */
  private record Pace(int perSecond, boolean isAimedAt, Histogram lags, List<Double> booked) {
    Pace(int perSecond, boolean isAimedAt) {
      this(perSecond, isAimedAt, new Histogram(3), new ArrayList<>());
    }

    String manner() {
      return "fixed rate of %d/s".formatted(perSecond);
    }
  }
}
