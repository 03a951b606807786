package io.slotkeeper.benchmarks.limiter;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.growth.GrownStore;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.Load;
import io.slotkeeper.benchmarks.load.Measured;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.rebuild.Projections;
import io.slotkeeper.benchmarks.report.Latency;
import io.slotkeeper.benchmarks.report.Round;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** An owner's listings, alone and beside somebody who asks far more often than is allowed. */
final class Abuse {
  private static final long EVENTS = 10_000;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final double OWNER_PER_SECOND = 50;
  private static final int OWNER_CONNECTIONS = 4;
  private static final double ABUSE_PER_SECOND = 500;
  private static final int ABUSE_CONNECTIONS = 16;
  private static final int ALLOWED = 100;

  private final Bench bench;
  private final List<Double> alone = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();
  private final List<Round> rounds = new ArrayList<>();

  Abuse(Bench bench) {
    this.bench = bench;
  }

  /** The owner's median of each round without anybody else, in milliseconds. */
  List<Double> alone() {
    return List.copyOf(alone);
  }

  /** The same beside the abuser. */
  List<Double> beside() {
    return List.copyOf(beside);
  }

  /** Everything that was measured, in order. */
  List<Round> rounds() {
    return List.copyOf(rounds);
  }

  Abuse measure() {
    try (var grown = GrownStore.write(bench, EVENTS)) {
      new Projections(grown.queries().url()).awaitCaughtUp();
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
        measure(grown, strict);
      } finally {
        grown.end("query-service", "-strict");
      }
    }
    return this;
  }

  private void measure(GrownStore grown, ServiceProcess strict) {
    // A customer's view, by a caller who is known: his permits are his own.
    var owned = grown.store().businesses().get(1);
    var key = Map.of("Authorization", "Bearer " + grown.store().ownerKey(owned));
    var own = new Call("GET", Listing.path(owned), key, new byte[0]);
    var owner = Traffic.of(strict.url(), OWNER_CONNECTIONS, () -> own, OK);
    var other = Call.get(Listing.path(grown.store().businesses().getFirst()));
    var abuser = Traffic.of(strict.url(), ABUSE_CONNECTIONS, () -> other, TOO_MANY).fromOneClient();
    var settings = bench.settings();
    bench.progress().now("limiter: warming up the abused one");
    var unused = Load.closedLoop(owner, settings.warmUp()).require("owner");
    // Uses up what is allowed, so that nothing but refusals follows.
    var used = Load.closedLoop(abuser, settings.warmUp());
    for (int number = 1; number <= settings.rounds(); number++) {
      bench.progress().now("limiter: abuse, round %d of %d".formatted(number, settings.rounds()));
      alone.add(owner(number, "owner alone", paced(owner)));
      var abusing =
          CompletableFuture.supplyAsync(
              () -> Load.fixedRate(abuser, ABUSE_PER_SECOND, settings.round()));
      beside.add(owner(number, "owner beside abuse", paced(owner)));
      used = abusing.join();
    }
    if (used.done() == 0) {
      throw new IllegalStateException("nobody was refused: " + used.wrong());
    }
  }

  private Measured paced(Traffic owner) {
    return Load.fixedRate(owner, OWNER_PER_SECOND, bench.settings().round()).require("owner");
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
}
