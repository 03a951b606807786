package io.slotkeeper.quickstart;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service in a JVM of its own, one node of several.
 *
 * @param name that its segments and its connections to PostgreSQL carry
 */
record NodeProcess(String name, String service, URI url, Process process) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static NodeProcess start(
      String name, String service, Duration ahead, Map<String, ?> settings, Path log)
      throws IOException {
    int port = FreePorts.find().command();
    var own =
        Map.of(
            "server.port", port,
            "management.server.port", 0,
            "slotkeeper.event-store.node-id", name,
            "spring.datasource.hikari.data-source-properties.ApplicationName", name);
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            QuickstartProcess.classPath(),
                            ServiceNode.class.getName(),
                            service,
                            ahead.toString()),
                        arguments(own),
                        arguments(settings))
                    .flatMap(each -> each)
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new NodeProcess(name, service, URI.create("http://localhost:" + port), process);
  }

  private static Stream<String> arguments(Map<String, ?> settings) {
    return settings.entrySet().stream()
        .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()));
  }

  Http http() {
    return Http.anyone(url);
  }

  NodeProcess awaitHealthy() {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || answers());
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " ended with " + process.exitValue());
    }
    return this;
  }

  private boolean answers() {
    try {
      return http().get("/api/health").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Sets its clock forward. */
  void pass(Duration duration) throws IOException {
    var input = process.getOutputStream();
    input.write((duration + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  /** SIGTERM, as an orchestrator sends it. */
  void stop() {
    process.destroy();
  }

  /** Kill -9. */
  void kill() {
    process.destroyForcibly();
  }

  boolean refusesConnections() {
    try {
      http().get("/api/health");
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
