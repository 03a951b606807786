package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.Customers.Promise;
import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

@Execution(ExecutionMode.CONCURRENT)
class KillTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int KILLS = 2;
  private static final int PROMISES_BEFORE_A_KILL = 60;
  private static final String ADMIN = "token-of-the-kill-test";

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
    environment.put("SLOTKEEPER_WHATSAPP_LONGESTDOUBT", "3s");
    commands = Http.anyone(URI.create("http://localhost:" + ports.command()));
    queries = Http.anyone(URI.create("http://localhost:" + ports.query()));
  }

  @Test
  void keepsEveryPromiseThroughKillsInTheMiddleOfALoad() throws Exception {
    List<Promise> promises = new ArrayList<>();
    List<String> demos = new ArrayList<>();
    QuickstartProcess killed = startAgain(demos);
    var slots = PromisedSlots.open(commands.as(ADMIN), queries);
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill > 0) {
        killed = startAgain(demos);
      }
      try (var customers = new Customers(commands.base(), slots.free())) {
        await().atMost(PATIENCE).until(() -> customers.promised() >= PROMISES_BEFORE_A_KILL);
        killed.kill();
        promises.addAll(customers.promises());
        assertThat(customers.refusals()).isEmpty();
      }
    }

    try (var process = startAgain(demos)) {
      assertThat(demos).hasSize(KILLS + 1).containsOnly(demos.getFirst());
      assertThat(promises).allSatisfy(slots::isKept);
      assertThat(slots.holders()).doesNotHaveDuplicates();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(notifiedBookings(slots))
                      .containsAll(promises.stream().map(Promise::bookingId).toList()));
      process.interrupt();
      assertThat(process.exitCode()).isNotNegative();
      assertThat(process.errorLines()).isEmpty();
    }
    assertThat(serversLeftBehind()).isEmpty();
  }

  private QuickstartProcess startAgain(List<String> demos) throws IOException {
    QuickstartProcess process = QuickstartProcess.start(scratch, environment).awaitReady();
    demos.add(
        process
            .output()
            .lines()
            .filter(line -> line.contains("business  ") || line.contains("owner key"))
            .reduce("", (before, line) -> before + line));
    return process;
  }

  /** Whose customers were told, while no message is under way or waits. */
  private static List<String> notifiedBookings(PromisedSlots slots) {
    List<JsonNode> notifications = slots.all("notifications").toList();
    assertThat(notifications)
        .extracting(each -> each.path("status").asString())
        .isSubsetOf("ACCEPTED", "DELIVERED", "READ");
    return notifications.stream().map(each -> each.path("bookingId").asString()).toList();
  }

  private Stream<ProcessHandle> serversLeftBehind() throws IOException {
    Path data = scratch.resolve("data");
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(data.resolve("redis/redis.pid")).doesNotExist();
    String own = Files.exists(data) ? data.toRealPath().toString() : data.toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(own));
  }
}
