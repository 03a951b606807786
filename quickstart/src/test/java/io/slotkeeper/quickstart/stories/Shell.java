package io.slotkeeper.quickstart.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A shell that remembers what was typed before. */
final class Shell implements AutoCloseable {
  private static final String END = "--- that was all ---";

  private final Process process;
  private final Writer keyboard;
  private final BufferedReader screen;

  Shell(Path directory) throws IOException {
    process = new ProcessBuilder("bash").directory(directory.toFile()).start();
    keyboard = process.outputWriter(StandardCharsets.UTF_8);
    screen =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What appears on the screen by these commands. */
  String type(String commands) throws IOException {
    keyboard.write(commands + "\necho\necho '" + END + "'\n");
    keyboard.flush();
    var seen = new StringBuilder();
    for (var line = screen.readLine(); !END.equals(line); line = screen.readLine()) {
      if (line == null) {
        throw new IOException("the shell has ended after: " + seen);
      }
      seen.append(line).append('\n');
    }
    return seen.toString();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
