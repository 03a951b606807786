package io.slotkeeper.quickstart;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A quickstart in a JVM of its own, which can be killed. */
final class QuickstartProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;
  private final Path errors;

  private QuickstartProcess(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  static QuickstartProcess start(Path scratch, Map<String, String> environment, String... arguments)
      throws IOException {
    Path output = Files.createTempFile(scratch, "output", ".txt");
    Path errors = Files.createTempFile(scratch, "errors", ".txt");
    var builder =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath(),
                            QuickstartApplication.class.getName()),
                        Stream.of(arguments))
                    .toList())
            .directory(scratch.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    return new QuickstartProcess(builder.start(), output, errors);
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What says where a quickstart of a test may work. */
  static Map<String, String> environment(Path dataDirectory, FreePorts ports) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLOTKEEPER_DATA_DIR", dataDirectory.toString());
    environment.put("SLOTKEEPER_COMMAND_PORT", Integer.toString(ports.command()));
    environment.put("SLOTKEEPER_QUERY_PORT", Integer.toString(ports.query()));
    environment.put("SLOTKEEPER_SIMULATOR_PORT", Integer.toString(ports.simulator()));
    environment.put(
        "SLOTKEEPER_COMMAND_MANAGEMENT_PORT", Integer.toString(ports.commandManagement()));
    environment.put("SLOTKEEPER_QUERY_MANAGEMENT_PORT", Integer.toString(ports.queryManagement()));
    environment.put("SLOTKEEPER_LIMITS_ENABLED", "false");
    return environment;
  }

  QuickstartProcess awaitReady() throws IOException {
    await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || output().contains("Slotkeeper is ready\n"));
    if (!process.isAlive()) {
      throw new IOException("quickstart ended: " + output() + errors());
    }
    return this;
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("quickstart did not end");
    }
    return process.exitValue();
  }

  List<String> errorLines() throws IOException {
    return errors().lines().toList();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Kill -9: no shutdown hook runs. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As Ctrl-C does. */
  void interrupt() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
