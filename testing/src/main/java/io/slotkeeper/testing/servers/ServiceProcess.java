package io.slotkeeper.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A service in a JVM of its own, one node of perhaps several.
 *
 * @param name tells nodes apart
 * @param log where it writes
 */
public record ServiceProcess(String name, URI url, Process process, Path log)
    implements AutoCloseable {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /** A machine that is busy otherwise takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final long LOOK_AGAIN_MILLIS = 50;

  /**
   * Starts one and does not wait for it.
   *
   * @param java the arguments of the JVM up to the program, such as {@code -jar} and its file
   * @param settings Spring's, by which the port is chosen unless they say it
   */
  public static ServiceProcess start(
      String name, List<String> java, Map<String, ?> settings, Path log) {
    int port =
        settings.containsKey("server.port")
            ? Integer.parseInt(settings.get("server.port").toString())
            : freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.add("--server.port=" + port);
    settings.forEach(
        (setting, value) -> {
          if (!setting.equals("server.port")) {
            command.add("--%s=%s".formatted(setting, value));
          }
        });
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServiceProcess(name, URI.create("http://127.0.0.1:" + port), process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A port that nobody used a moment ago. */
  public static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until this path answers 200. */
  public ServiceProcess awaitAnswer(String path) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(path)) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "%s ended with %d; see %s".formatted(name, process.exitValue(), log));
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("%s does not answer; see %s".formatted(name, log));
      }
      try {
        // Also ends the wait where the process does.
        var unused = process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return this;
  }

  /** Whether it answers 200 to this path now. */
  public boolean answers(String path) {
    try {
      var request =
          HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(5)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM, as an orchestrator sends it. */
  public void stop() {
    process.destroy();
  }

  /** Kill -9. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** It keeps its connections, and answers nothing. */
  public void freeze() {
    Signals.freeze(process.toHandle());
  }

  /** Lets it go on. */
  public void thaw() {
    Signals.thaw(process.toHandle());
  }

  /** Kill -9 where it still runs. */
  @Override
  public void close() {
    kill();
  }
}
