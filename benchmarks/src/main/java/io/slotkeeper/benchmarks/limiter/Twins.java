package io.slotkeeper.benchmarks.limiter;

import io.slotkeeper.benchmarks.Bench;
import io.slotkeeper.benchmarks.Duel;
import io.slotkeeper.benchmarks.Duel.Side;
import io.slotkeeper.benchmarks.business.OpenBusiness;
import io.slotkeeper.benchmarks.business.OpenBusiness.Hours;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.load.Traffic;
import io.slotkeeper.benchmarks.servers.Backlog;
import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Two businesses that are alike, with one node that limits requests for one of them and not for the
 * other. Two nodes differ by more than limits cost, by what their compilers happen to make of them.
 *
 * @param node of query-service
 */
record Twins(ServiceProcess node, OpenBusiness limited, OpenBusiness exempt) {
  static final String LIMITED = "with limits";
  static final String EXEMPT = "without limits";
  static final int CONNECTIONS = 16;
  private static final int OK = 200;
  private static final int RESOURCES = 4;
  private static final Hours HOURS = new Hours(9, 18);

  static Twins start(Bench bench) {
    bench.progress().now("limiter: starting");
    var stage = bench.stage();
    stage.queries();
    var limited = OpenBusiness.register(stage, "With limits", RESOURCES, HOURS, Map.of());
    var exempt = OpenBusiness.register(stage, "None at all", RESOURCES, HOURS, Map.of());
    var node =
        stage.service(
            "query-service-exempting",
            "query-service",
            Map.of(
                "slotkeeper.limits.exempt-paths", "/api/health," + Listing.pathOfAll(exempt.id())));
    new Backlog(stage).drain();
    return new Twins(node, limited, exempt).requireAlike();
  }

  private Twins requireAlike() {
    if (bytes(limited) != bytes(exempt)) {
      throw new IllegalStateException(
          "answers of %d and %d bytes".formatted(bytes(limited), bytes(exempt)));
    }
    return this;
  }

  /** Of each answer. */
  int bytes() {
    return bytes(limited);
  }

  private int bytes(OpenBusiness business) {
    try (var connection = new KeptConnection(node.url())) {
      return connection.send(listing(business)).require(OK, "a day of slots").body().length;
    }
  }

  Duel measure(Bench bench) {
    return new Duel(
            bench,
            "limiter",
            List.of(side(LIMITED, limited, bench.stage()), side(EXEMPT, exempt, bench.stage())))
        .warmUp()
        .closedLoop();
  }

  private Side side(String name, OpenBusiness business, Stage stage) {
    var call = listing(business);
    return new Side(
        name,
        Traffic.of(node.url(), CONNECTIONS, () -> call, OK),
        stage.processors(node),
        () -> Duration.ZERO);
  }

  private static Call listing(OpenBusiness business) {
    return Call.get(Listing.path(business.id()));
  }
}
