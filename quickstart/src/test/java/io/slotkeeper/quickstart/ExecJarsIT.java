package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import io.slotkeeper.testing.TestPostgres;
import io.slotkeeper.testing.TestRedis;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecJarsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String ADMIN = "token-of-the-jars";

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"command-service", "query-service"})
  void runsOnAnEmptyDatabaseWhicheverServiceStartsFirst(String first) throws Exception {
    FreePorts ports = FreePorts.find();
    String second = first.equals("command-service") ? "query-service" : "command-service";
    Map<String, Object> settings = settings();
    try (var one = start(first, ports, settings)) {
      if (first.equals("command-service")) {
        one.awaitHealthy();
      } else {
        // It says so while it waits; only then is the other one late.
        await().atMost(PATIENCE).until(() -> log(first).contains("Waiting for"));
      }
      try (var other = start(second, ports, settings)) {
        one.awaitHealthy();
        other.awaitHealthy();
        bookAndRead(ports);
      }
    }
  }

  private ExecJar start(String module, FreePorts ports, Map<String, Object> settings)
      throws Exception {
    int port = module.equals("command-service") ? ports.command() : ports.query();
    return ExecJar.start(module, port, settings, scratch.resolve(module + ".log"));
  }

  private String log(String module) throws Exception {
    return Files.readString(scratch.resolve(module + ".log"));
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(TestPostgres.freshDatabase().springProperties());
    settings.put("spring.data.redis.host", TestRedis.shared().host());
    settings.put("spring.data.redis.port", TestRedis.shared().port());
    settings.put("slotkeeper.security.admin-token", ADMIN);
    // It asks again and again while the services get to know each other.
    settings.put("slotkeeper.limits.policies.api.permits", 10_000);
    return settings;
  }

  private static void bookAndRead(FreePorts ports) {
    Http commands = Http.anyone(URI.create("http://localhost:" + ports.command()));
    Http queries = Http.anyone(URI.create("http://localhost:" + ports.query()));
    Answer opened =
        commands
            .as(ADMIN)
            .post(
                "/api/businesses",
                Map.of(
                    "name", "Jars",
                    "timeZone", "UTC",
                    "whatsappNumber", "+34612345678",
                    "openingHours",
                        Map.of("MONDAY", List.of(Map.of("from", "00:00", "to", "24:00")))))
            .expect(201);
    String path = "/api/businesses/" + opened.text("businessId");
    await().atMost(PATIENCE).until(() -> queries.get(path).status() == 200);
    String today = LocalDate.now(Clock.systemUTC()).toString();
    String week = LocalDate.parse(today).plusDays(8).toString();
    String slot =
        queries
            .get("%s/slots?from=%s&to=%s&status=AVAILABLE".formatted(path, today, week))
            .expect(200)
            .body()
            .path("slots")
            .path(0)
            .path("slotId")
            .asString();
    Answer booked =
        commands
            .post(
                "/api/bookings",
                Map.of(
                    "slotId",
                    slot,
                    "customer",
                    Map.of("name", "Story Customer", "phone", "+34612345679"),
                    "consent",
                    true))
            .expect(201);
    Http customer = queries.as(booked.text("manageToken"));
    await()
        .atMost(PATIENCE)
        .until(() -> customer.get("/api/bookings/" + booked.text("bookingId")).status() == 200);
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Path java = Path.of(System.getProperty("slotkeeper.build.maven-java"), "bin", "java");
    Process version = new ProcessBuilder(java.toString(), "-version").start();
    String versionText =
        new String(version.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeThat(versionText)
        .as("Maven runs on an old Java")
        .containsPattern("version \"(11|17|1\\.8)");

    Process refused =
        new ProcessBuilder(java.toString(), "-jar", ExecJar.of("quickstart").toString()).start();

    assertThat(new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("Slotkeeper needs Java 21 or newer, and this is Java ");
    assertThat(refused.waitFor()).isEqualTo(1);
  }

  @Test
  void startsFromItsOwnJar() throws Exception {
    FreePorts ports = FreePorts.find();
    Path output = scratch.resolve("output.txt");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ExecJar.of("quickstart").toString())
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SLOTKEEPER_COMMAND_PORT", Integer.toString(ports.command()));
    builder.environment().put("SLOTKEEPER_QUERY_PORT", Integer.toString(ports.query()));
    builder.environment().put("SLOTKEEPER_SIMULATOR_PORT", Integer.toString(ports.simulator()));
    Process process = builder.start();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> Files.readString(output).contains("Slotkeeper is ready\n"));
      assertThat(scratch.resolve(".slotkeeper")).isDirectory();
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(Files.readString(output)).doesNotContain("WARN", "ERROR", "Exception");
  }
}
