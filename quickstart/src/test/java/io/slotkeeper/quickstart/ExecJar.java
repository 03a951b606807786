package io.slotkeeper.quickstart;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.stories.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The executable jar of a module, run as a user would. */
record ExecJar(Process process, URI url) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static Path of(String module) {
    return Path.of("..", module, "target", module + "-exec.jar").toAbsolutePath().normalize();
  }

  static ExecJar start(String module, int port, Map<String, ?> settings, Path log)
      throws IOException {
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            of(module).toString(),
                            "--server.port=" + port,
                            "--management.server.port=0"),
                        settings.entrySet().stream()
                            .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue())))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new ExecJar(process, URI.create("http://localhost:" + port));
  }

  void awaitHealthy() {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || isHealthy());
    if (!process.isAlive()) {
      throw new IllegalStateException("ended with " + process.exitValue());
    }
  }

  private boolean isHealthy() {
    try {
      return Http.anyone(url).get("/api/health").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
