package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.WarmUp;
import io.slotkeeper.benchmarks.business.BookingCalls;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Measured;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.benchmarks.servers.Backlog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Many want a slot that is taken, and others book other slots meanwhile. */
final class HotSlot implements Benchmark {

  private static final int CREATED = 201;
  private static final int CONFLICT = 409;
  private static final int CROWD = 200;
  private static final int OTHERS = 8;
  private static final double REFUSALS_PER_SECOND = 1_000;

  private static final String ALONE = "bookings alone";
  private static final String CROWDED = "bookings beside all refusals";
  private static final String PACED = "bookings beside 1,000 refusals/s";
  private static final String REFUSALS = "refusals alone";
  private static final String REFUSED = "refusals beside bookings";

  @Override
  public String name() {
    return "hot-slot";
  }

  @Override
  public String describes() {
    return "refusals of one taken slot to 200 connections, and what 8 book of others meanwhile";
  }

  @Override
  public Result run(Bench bench) {
    bench.progress().now(name() + ": starting");
    var stage = bench.stage();
    stage.queries();
    var shops = Shops.open(stage, name(), 1);
    var taken = shops.take();
    var acknowledged = new Acknowledged();
    var server = stage.commands().url();
    var crowd = Traffic.of(server, CROWD, new BookingCalls(() -> taken), CONFLICT);
    var others =
        new Traffic(server, OTHERS, new BookingCalls(shops.slots()), CREATED, acknowledged::hear);
    var turns = turns(crowd, others);
    var backlog = new Backlog(stage);
    for (var turn : turns) {
      WarmUp.of(
          bench,
          name() + ", " + turn.name,
          time -> turn.work.apply(time).values().stream().mapToDouble(Measured::perSecond).sum());
      backlog.drain();
    }
    var rounds = new ArrayList<Round>();
    for (int number = 1; number <= bench.settings().rounds(); number++) {
      for (int each = 0; each < turns.size(); each++) {
        var turn = turns.get((number - 1 + each) % turns.size());
        bench
            .progress()
            .now(
                "%s, %s: round %d of %d"
                    .formatted(name(), turn.name, number, bench.settings().rounds()));
        var measured = turn.work.apply(bench.settings().round());
        double settling = backlog.drain().toNanos() / 1e9;
        int round = number;
        measured.forEach((side, its) -> rounds.add(round(side, round, its, settling)));
      }
    }
    acknowledged.requireIn(stage.sql(), List.of("command.slot_claim.booking_id"));
    return result(rounds, acknowledged.count());
  }

  /** What is measured at once, by the name of the side. */
  private record Turn(String name, Function<Duration, Map<String, Measured>> work) {}

  private List<Turn> turns(Traffic crowd, Traffic others) {
    return List.of(
        new Turn(ALONE, time -> Map.of(ALONE, booked(others, time))),
        new Turn(REFUSALS, time -> Map.of(REFUSALS, refused(Load.closedLoop(crowd, time)))),
        new Turn(
            CROWDED,
            time -> {
              var beside = CompletableFuture.supplyAsync(() -> Load.closedLoop(crowd, time));
              return Map.of(CROWDED, booked(others, time), REFUSED, refused(beside.join()));
            }),
        new Turn(
            PACED,
            time -> {
              var beside =
                  CompletableFuture.supplyAsync(
                      () -> Load.fixedRate(crowd, REFUSALS_PER_SECOND, time));
              return Map.of(
                  PACED, booked(others, time), REFUSED + ", paced", refused(beside.join()));
            }));
  }

  private Measured booked(Traffic others, Duration time) {
    return Load.closedLoop(others, time).require(name() + ", others");
  }

  private Measured refused(Measured crowd) {
    return crowd.require(name() + ", crowd");
  }

  private static Round round(String side, int number, Measured measured, double settling) {
    return new Round(
        side,
        "closed loop",
        number,
        measured.seconds(),
        measured.done(),
        Map.of(),
        settling,
        Latency.of(measured.nanos()));
  }

  private Result result(List<Round> rounds, int acknowledged) {
    return new Result(
        name(),
        describes(),
        List.of(
            Figure.alone(
                "refusals on one hot slot, 200 connections",
                "/s",
                rates(rounds, REFUSALS),
                Target.atLeast(1_000)),
            new Figure(
                "bookings of other slots beside 1,000 refusals/s, ceiling: without them",
                "/s",
                rates(rounds, PACED),
                rates(rounds, ALONE),
                Target.ratioAtLeast(0.7)),
            new Figure(
                "bookings of other slots beside as many refusals as 200 connections get",
                "/s",
                rates(rounds, CROWDED),
                rates(rounds, ALONE),
                Target.ratioAtLeast(0.7)),
            Figure.alone(
                "refusals meanwhile, 200 connections", "/s", rates(rounds, REFUSED), null)),
        List.of(
            new Plot(
                "hot-slot",
                "Bookings of other slots a second",
                Axis.linear("round"),
                Axis.linear("bookings/s"),
                List.of(
                    Series.ofRounds("alone", rates(rounds, ALONE)),
                    Series.ofRounds("1,000 refusals/s", rates(rounds, PACED)),
                    Series.ofRounds("all refusals", rates(rounds, CROWDED))))),
        List.copyOf(rounds),
        Map.of("connections of the crowd", CROWD, "acknowledged", acknowledged));
  }

  private static List<Double> rates(List<Round> rounds, String side) {
    return rounds.stream().filter(each -> each.side().equals(side)).map(Round::perSecond).toList();
  }
}
