package io.slotkeeper.quickstart.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** A server that outlived the process that started it: a kill -9 does not reach it. */
record LeftoverServer(ProcessHandle process, Path pidFile) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(20);

  /**
   * Looks behind the process id in a file, which after a restart of the machine may be another's.
   */
  static Optional<LeftoverServer> find(Path pidFile, Predicate<ProcessHandle.Info> isOurs) {
    return pid(pidFile)
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> isOurs.test(process.info()))
        .map(process -> new LeftoverServer(process, pidFile));
  }

  static Optional<Long> pid(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip).map(Long::parseLong);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  void stop() {
    process.destroy();
    if (!hasEnded()) {
      process.destroyForcibly();
    }
  }

  /** A server takes its file away when it ends; its process may stay listed for seconds after. */
  private boolean hasEnded() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (isThere() && System.nanoTime() < end) {
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !isThere();
  }

  private boolean isThere() {
    return process.isAlive() && Files.exists(pidFile);
  }
}
