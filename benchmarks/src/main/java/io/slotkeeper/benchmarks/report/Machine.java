package io.slotkeeper.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param cores as many processors as the JVM sees
 * @param memoryMegabytes of the whole machine
 * @param load of the last minute before the first round, in processors: above a few tenths, others
 *     were at work
 */
public record Machine(
    String processor, int cores, long memoryMegabytes, String system, String jvm, double load) {

  private static final String UNKNOWN = "unknown";

  /** This one, as it is now. */
  public static Machine here() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        valueIn("/proc/cpuinfo", "model name").orElse(system.getArch()),
        system.getAvailableProcessors(),
        valueIn("/proc/meminfo", "MemTotal").map(Machine::megabytes).orElse(0L),
        system.getName() + " " + system.getVersion(),
        "%s %s"
            .formatted(
                System.getProperty("java.vm.name", UNKNOWN),
                System.getProperty("java.runtime.version", UNKNOWN)),
        system.getSystemLoadAverage());
  }

  private static long megabytes(String kilobytes) {
    return Long.parseLong(kilobytes.replaceAll("\\D", "")) / 1024;
  }

  private static Optional<String> valueIn(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
      return lines
          .map(line -> line.split(":", 2))
          .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
          .map(pair -> pair[1].strip())
          .filter(Predicate.not(String::isEmpty))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The commit that is measured, with a plus where files differ from it. */
  public static String commit(Path root) {
    return output(root, "git", "rev-parse", "--short=12", "HEAD")
        .map(
            commit ->
                commit
                    + output(root, "git", "status", "--porcelain", "--untracked-files=no")
                        .map(changes -> changes.isEmpty() ? "" : "+")
                        .orElse(""))
        .orElse(UNKNOWN);
  }

  private static Optional<String> output(Path directory, String... command) {
    try {
      var process =
          new ProcessBuilder(Arrays.asList(command))
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
