package io.slotkeeper.benchmarks.soak;

import io.slotkeeper.benchmarks.memory.Resident;
import io.slotkeeper.benchmarks.memory.Watching;
import io.slotkeeper.benchmarks.servers.Stage;
import io.slotkeeper.testing.servers.ServiceProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Both services, each with a management port that is known. */
final class WatchedServices implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private record One(String name, ServiceProcess process, Metrics metrics, Watching<Double> heap) {}

  private final Stage stage;
  private final One commands;
  private final One queries;

  WatchedServices(Stage stage) {
    this.stage = stage;
    this.commands = start("command-service");
    this.queries = start("query-service");
  }

  private One start(String module) {
    int port = ServiceProcess.freePort();
    var process = stage.service(module + "-soak", module, Map.of("management.server.port", port));
    var metrics = new Metrics(port);
    return new One(module, process, metrics, new Watching<>(LOOK_AGAIN, metrics::heap));
  }

  ServiceProcess commands() {
    return commands.process();
  }

  ServiceProcess queries() {
    return queries.process();
  }

  /** What each has, and the least that it had of the heap since this was last asked. */
  Map<String, Minute.Seen> look() {
    Map<String, Minute.Seen> seen = new LinkedHashMap<>();
    for (var one : List.of(commands, queries)) {
      var resident = Resident.of(one.process().process().toHandle());
      double heap = one.heap().take().stream().mapToDouble(each -> each).min().orElseThrow();
      seen.put(
          one.name(),
          new Minute.Seen(resident.megabytes(), heap, resident.threads(), resident.files()));
    }
    return seen;
  }

  /** To their database, but for the one that asks. */
  long connections() {
    Long count =
        stage
            .sql()
            .queryForObject(
                """
                SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()
                """,
                Long.class);
    return count == null ? 0 : count;
  }

  @Override
  public void close() {
    for (var one : List.of(commands, queries)) {
      one.heap().close();
      one.metrics().close();
      stage.end(one.name() + "-soak");
    }
  }
}
