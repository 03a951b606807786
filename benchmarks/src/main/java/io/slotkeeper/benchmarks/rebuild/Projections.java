package io.slotkeeper.benchmarks.rebuild;

import io.slotkeeper.benchmarks.load.Answer;
import io.slotkeeper.benchmarks.load.Call;
import io.slotkeeper.benchmarks.load.KeptConnection;
import io.slotkeeper.benchmarks.servers.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The projections of a query-service, as its administrator sees them. */
public final class Projections {
  private static final List<String> NAMES =
      List.of("businesses", "slots", "bookings", "notifications");
  private static final Map<String, String> ADMIN =
      Map.of("Authorization", "Bearer " + Stage.ADMIN_TOKEN);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final URI queries;

  /** Of a node. */
  public Projections(URI queries) {
    this.queries = queries;
  }

  /**
   * Waits until all have seen all events.
   *
   * @throws IllegalStateException where one has put an event aside
   */
  public Duration awaitCaughtUp() {
    long begin = System.nanoTime();
    for (var name : NAMES) {
      await(
          name,
          begin,
          () -> {
            var view = view(name);
            if (view.path("deadLetters").asLong() > 0) {
              throw new IllegalStateException(name + " has put events aside");
            }
            return view.path("caughtUp").asBoolean();
          });
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /**
   * Rebuilds all of them at once.
   *
   * @return from the first call to the end of the last one, as the service dates them
   * @throws IllegalStateException where one does not end well
   */
  public Duration rebuild() {
    for (var name : NAMES) {
      var path = path(name) + "/rebuild";
      var unused = send(Call.post(path, ADMIN, "")).require(ACCEPTED, path);
    }
    long begin = System.nanoTime();
    var requested = new ArrayList<Instant>();
    var ended = new ArrayList<Instant>();
    for (var name : NAMES) {
      await(name, begin, () -> view(name).path("rebuild").has("endedAt"));
      var rebuild = view(name).path("rebuild");
      if (!rebuild.path("state").asString().equals("DONE")) {
        throw new IllegalStateException("%s: %s".formatted(name, rebuild));
      }
      requested.add(Instant.parse(rebuild.path("requestedAt").asString()));
      ended.add(Instant.parse(rebuild.path("endedAt").asString()));
    }
    return Duration.between(Collections.min(requested), Collections.max(ended));
  }

  private interface Look {
    boolean isThere();
  }

  private static void await(String name, long begin, Look look) {
    while (!look.isThere()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new IllegalStateException(name + " does not come to an end");
      }
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }

  private JsonNode view(String name) {
    return JSON.readTree(
        send(new Call("GET", path(name), ADMIN, new byte[0])).require(OK, name).body());
  }

  /** A kept connection would be closed while something else is measured. */
  private Answer send(Call call) {
    try (var connection = new KeptConnection(queries)) {
      return connection.send(call);
    }
  }

  private static String path(String name) {
    return "/api/admin/projections/" + name;
  }
}
