package io.slotkeeper.benchmarks.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has of the machine at a moment, as Linux tells it.
 *
 * @param megabytes of memory that are resident
 * @param threads of the operating system
 * @param files that are open, connections among them
 */
public record Resident(double megabytes, long threads, long files) {
  private static final double KILOBYTES = 1024;

  /** Of a process, now. */
  public static Resident of(ProcessHandle process) {
    var directory = Path.of("/proc", Long.toString(process.pid()));
    try (var files = Files.list(directory.resolve("fd"))) {
      return new Resident(
          number(directory, "VmRSS") / KILOBYTES, number(directory, "Threads"), files.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long number(Path directory, String name) throws IOException {
    try (var lines = Files.lines(directory.resolve("status"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith(name + ":"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
