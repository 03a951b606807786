package io.slotkeeper.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What an operating system does to processes. */
public final class Signals {

  private Signals() {}

  /** Stops a process and its children where they are; they keep their connections. */
  public static void freeze(ProcessHandle process) {
    family(process).forEach(each -> send("STOP", each));
  }

  /** Lets them go on. */
  public static void thaw(ProcessHandle process) {
    family(process).forEach(each -> send("CONT", each));
  }

  static void send(String signal, ProcessHandle process) {
    try {
      int exit =
          new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (exit != 0 && process.isAlive()) {
        throw new IllegalStateException("%s did not reach %s".formatted(signal, process));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }
}
