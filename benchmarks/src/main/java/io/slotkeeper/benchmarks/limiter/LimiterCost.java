package io.slotkeeper.benchmarks.limiter;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.Duel.Side;
import io.slotkeeper.benchmarks.growth.GrownStore;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Measured;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.rebuild.Projections;
import io.slotkeeper.benchmarks.report.Figure;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Plot;
import io.slotkeeper.benchmarks.report.Plot.Axis;
import io.slotkeeper.benchmarks.report.Plot.Series;
import io.slotkeeper.benchmarks.report.Result;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.benchmarks.report.Target;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Listings from Redis with limits and without, in turn; and what an owner notices of somebody who
 * asks far more often than is allowed.
 */
public final class LimiterCost implements Benchmark {
  private static final long EVENTS = 10_000;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int CONNECTIONS = 16;
  private static final String LIMITED = "with limits";
  private static final String UNLIMITED = "without limits";
  private static final double MOST_MICROS = 60;
  private static final double MOST_SLOWER = 1.2;
  private static final double OWNER_PER_SECOND = 50;
  private static final int OWNER_CONNECTIONS = 4;
  private static final double ABUSE_PER_SECOND = 500;
  private static final int ABUSE_CONNECTIONS = 16;
  private static final int ALLOWED = 100;

  private final List<Double> alone = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();

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
    try (var grown = GrownStore.write(bench, EVENTS)) {
      var projections = new Projections(grown.queries().url());
      projections.awaitCaughtUp();
      var limited = grown.queries();
      var unlimited =
          grown.service("query-service", "-unlimited", Map.of("slotkeeper.limits.enabled", false));
      var strict =
          grown.service(
              "query-service",
              "-strict",
              Map.of(
                  "slotkeeper.limits.policies.api.permits",
                  ALLOWED,
                  "slotkeeper.limits.policies.api.permits-by-role.owner",
                  1_000_000));
      try {
        var duel = cost(bench, grown, limited, unlimited);
        abuse(bench, grown, strict);
        return result(duel);
      } finally {
        grown.end("query-service", "-unlimited");
        grown.end("query-service", "-strict");
      }
    }
  }

  private static Duel cost(
      Bench bench, GrownStore grown, ServiceProcess limited, ServiceProcess unlimited) {
    return new Duel(
            bench,
            "limiter",
            List.of(side(LIMITED, grown, limited), side(UNLIMITED, grown, unlimited)))
        .warmUp()
        .closedLoop();
  }

  private static Side side(String name, GrownStore grown, ServiceProcess service) {
    return new Side(
        name,
        Traffic.of(service.url(), CONNECTIONS, () -> listing(grown, Map.of()), OK),
        grown.processors(service),
        () -> Duration.ZERO);
  }

  private static Call listing(GrownStore grown, Map<String, String> headers) {
    var day = LocalDate.now(Clock.systemUTC()).plusDays(2);
    var path =
        "/api/businesses/%s/slots?from=%s&to=%s"
            .formatted(grown.store().businesses().getFirst(), day, day);
    return new Call("GET", path, headers, new byte[0]);
  }

  private void abuse(Bench bench, GrownStore grown, ServiceProcess strict) {
    // A customer's view, by a caller who is known: his permits are his own.
    var other = grown.store().businesses().get(1);
    var key = Map.of("Authorization", "Bearer " + grown.store().ownerKey(other));
    var owner = Traffic.of(strict.url(), OWNER_CONNECTIONS, () -> listing(grown, key), OK);
    var abuser =
        Traffic.of(strict.url(), ABUSE_CONNECTIONS, () -> listing(grown, Map.of()), TOO_MANY)
            .fromOneClient();
    var settings = bench.settings();
    bench.progress().now("limiter: warming up the abused one");
    var unused = Load.closedLoop(owner, settings.warmUp()).require("owner");
    // Uses up what is allowed, so that nothing but refusals follows.
    var used = Load.closedLoop(abuser, settings.warmUp());
    for (int number = 1; number <= settings.rounds(); number++) {
      bench.progress().now("limiter: abuse, round %d of %d".formatted(number, settings.rounds()));
      alone.add(owner(number, "owner alone", paced(owner, settings.round())));
      var abusing =
          CompletableFuture.supplyAsync(
              () -> Load.fixedRate(abuser, ABUSE_PER_SECOND, settings.round()));
      beside.add(owner(number, "owner beside abuse", paced(owner, settings.round())));
      used = abusing.join();
    }
    if (used.done() == 0) {
      throw new IllegalStateException("nobody was refused: " + used.wrong());
    }
  }

  private static Measured paced(Traffic owner, Duration duration) {
    return Load.fixedRate(owner, OWNER_PER_SECOND, duration).require("owner");
  }

  private double owner(int number, String side, Measured measured) {
    var latency = Latency.of(measured.nanos());
    rounds.add(
        new Round(
            side,
            "fixed rate of %.0f/s".formatted(OWNER_PER_SECOND),
            number,
            measured.seconds(),
            measured.done(),
            Map.of(),
            0,
            latency));
    return latency.p50();
  }

  private Result result(Duel duel) {
    var with = duel.ofLoops(LIMITED, Round::processorMicrosInAll);
    var without = duel.ofLoops(UNLIMITED, Round::processorMicrosInAll);
    var cost = IntStream.range(0, with.size()).mapToObj(i -> with.get(i) - without.get(i)).toList();
    rounds.addAll(duel.rounds());
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
                duel.rates(LIMITED),
                duel.rates(UNLIMITED),
                null),
            new Figure(
                "an owner's listing beside 500 requests/s of one who may ask 100 a minute, p50",
                "ms",
                beside,
                alone,
                Target.ratioAtMost(MOST_SLOWER))),
        List.of(
            new Plot(
                name(),
                "Days of slots a second, with limits and without",
                Axis.linear("round"),
                Axis.linear("requests/s"),
                List.of(
                    Series.ofRounds(LIMITED, duel.rates(LIMITED)),
                    Series.ofRounds(UNLIMITED, duel.rates(UNLIMITED))))),
        List.copyOf(rounds),
        Map.of("connections", CONNECTIONS));
  }
}
