package io.slotkeeper.quickstart.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the programs of a server to their end; what they say goes to a log. */
record ServerCommand(ServerUser user, Path log) {

  boolean succeeds(List<String> command) {
    try {
      // To a file: a server that outlives the command would keep a pipe open.
      return new ProcessBuilder(Stream.concat(user.prefix().stream(), command.stream()).toList())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + command.getFirst(), e);
    }
  }
}
