package io.slotkeeper.benchmarks.start;

import io.slotkeeper.testing.servers.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service taken apart as in its image, with an AOT cache that is trained in the same way. */
final class ExtractedService {
  private static final String READY = "/api/health";
  private static final List<String> VISITED =
      List.of("/api/businesses", "/api/businesses/none/slots", "/api/admin/dead-letters");
  private static final long PATIENCE_SECONDS = 120;

  private final String module;
  private final Path directory;
  private final Path options;

  /**
   * Takes one apart.
   *
   * @param jar that it runs from
   * @param images where what its image is made with is
   * @param directory that is its own
   */
  ExtractedService(String module, Path jar, Path images, Path directory) {
    this.module = module;
    this.directory = directory;
    this.options = images.resolve("java.options");
    run(
        List.of(
            java(),
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            directory.toString(),
            "--force"));
  }

  /** What the JVM is told to start it. */
  List<String> plainly() {
    return List.of("@" + options, "-Xmx512m", "-jar", jar().toString());
  }

  /** The same, with what {@link #train} has kept; without that it does not start. */
  List<String> withCache() {
    var all = new ArrayList<>(List.of("-XX:AOTCache=" + cache(), "-XX:AOTMode=on"));
    all.addAll(plainly());
    return all;
  }

  /** Runs it once and keeps which classes it has loaded and linked. */
  void train(Map<String, ?> settings) {
    var all = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + cache()));
    all.addAll(plainly());
    var log = directory.resolve("training.log");
    var service = ServiceProcess.start(module + "-training", all, settings, log).awaitAnswer(READY);
    // What it answers is of no importance: a refusal loads its classes as well.
    for (var path : VISITED) {
      var unused = service.answers(path);
    }
    service.stop();
    try {
      if (!service.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          || !Files.exists(cache())) {
        service.kill();
        throw new IllegalStateException("there is no cache; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path jar() {
    return directory.resolve(module + "-exec.jar");
  }

  private Path cache() {
    return directory.resolve("app.aot");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void run(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("cannot take the jar apart: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
