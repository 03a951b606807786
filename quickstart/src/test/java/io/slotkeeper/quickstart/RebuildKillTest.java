package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.Customers.Promise;
import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

@Execution(ExecutionMode.CONCURRENT)
class RebuildKillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PROMISES = 100;
  private static final String ADMIN = "token-of-the-kill-test";
  private static final String BATCH = "SLOTKEEPER_PROJECTIONS_REBUILDBATCH";
  private static final List<String> PROJECTIONS =
      List.of("businesses", "slots", "bookings", "notifications");

  @TempDir Path scratch;
  private Map<String, String> environment = Map.of();
  private Http commands = Http.anyone(URI.create("http://localhost"));
  private Http queries = commands;

  @BeforeEach
  void prepares() throws IOException {
    FreePorts ports = FreePorts.find();
    environment = QuickstartProcess.environment(scratch.resolve("data"), ports);
    environment.put("SLOTKEEPER_SECURITY_ADMIN_TOKEN", ADMIN);
    environment.put("SLOTKEEPER_LIMITS_ENABLED", "false");
    // Slow enough to be killed in the middle.
    environment.put("SLOTKEEPER_PROJECTIONS_REBUILDSEGMENTS", "1");
    environment.put(BATCH, "1");
    commands = Http.anyone(URI.create("http://localhost:" + ports.command()));
    queries = Http.anyone(URI.create("http://localhost:" + ports.query()));
  }

  @Test
  void goesOnWithTheRebuildsThatAKillCutOff() throws Exception {
    PromisedSlots slots;
    List<Promise> promises = new ArrayList<>();
    try (var process = QuickstartProcess.start(scratch, environment).awaitReady()) {
      slots = PromisedSlots.open(commands.as(ADMIN), queries);
      try (var customers = new Customers(commands.base(), slots.free())) {
        await().atMost(PATIENCE).until(() -> customers.promised() >= PROMISES);
        PROJECTIONS.forEach(
            projection -> queries.as(ADMIN).post(path(projection) + "/rebuild").expect(202));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(this::isReplaying);
        process.kill();
        promises.addAll(customers.promises());
        assertThat(customers.refusals()).isEmpty();
      }
    }
    Instant killed = Clock.systemUTC().instant();
    environment.remove(BATCH);

    try (var again = QuickstartProcess.start(scratch, environment).awaitReady()) {
      PROJECTIONS.forEach(this::awaitDone);
      assertThat(PROJECTIONS)
          .extracting(projection -> rebuild(projection).path("endedAt").asString())
          .map(Instant::parse)
          .anyMatch(ended -> ended.isAfter(killed));
      // They are cleared away just after the end.
      await().untilAsserted(() -> assertThat(leftovers()).isEmpty());
      assertThat(promises).hasSizeGreaterThanOrEqualTo(PROMISES).allSatisfy(slots::isKept);
      List<String> holders = slots.holders();
      assertThat(holders).doesNotHaveDuplicates();
      assertThat(new HashSet<>(holders)).containsAll(promised(promises));
      assertThat(slots.free()).doesNotContainAnyElementsOf(holders);
      again.interrupt();
      assertThat(again.exitCode()).isNotNegative();
      assertThat(again.errorLines()).isEmpty();
    }
  }

  private boolean isReplaying() {
    return PROJECTIONS.stream()
        .map(this::rebuild)
        .anyMatch(
            rebuild ->
                rebuild.path("state").asString("").equals("REPLAYING")
                    && rebuild.path("done").asLong() > 0);
  }

  private void awaitDone(String projection) {
    await().atMost(PATIENCE).until(() -> rebuild(projection).has("endedAt"));
    assertThat(rebuild(projection).path("state").asString())
        .as("%s", rebuild(projection))
        .isEqualTo("DONE");
  }

  private JsonNode rebuild(String projection) {
    return queries.as(ADMIN).get(path(projection)).expect(200).body().path("rebuild");
  }

  private static String path(String projection) {
    return "/api/admin/projections/" + projection;
  }

  private static List<String> promised(List<Promise> promises) {
    return promises.stream().map(Promise::slotId).toList();
  }

  /** What rebuilds fill, and what says how far they are. */
  private List<String> leftovers() throws IOException, SQLException {
    Path data = scratch.resolve("data");
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
    List<String> found = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:%s/slotkeeper".formatted(port),
                "slotkeeper",
                Files.readString(data.resolve("postgres-password")).strip());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT nspname FROM pg_namespace WHERE nspname LIKE 'query\\_next\\_%'
                UNION ALL
                SELECT processorName FROM query.TokenEntry WHERE processorName LIKE '%-next'
                """)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
