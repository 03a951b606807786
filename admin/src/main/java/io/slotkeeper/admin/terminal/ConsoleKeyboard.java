package io.slotkeeper.admin.terminal;

import java.io.Console;
import java.util.Optional;

/** The keyboard of the terminal that the program was started in. */
final class ConsoleKeyboard implements Keyboard {
  private final Console console;

  ConsoleKeyboard(Console console) {
    this.console = console;
  }

  @Override
  public Optional<String> line(String question) {
    return Optional.ofNullable(console.readLine("%s ", question));
  }

  @Override
  public Optional<String> secret(String question) {
    return Optional.ofNullable(console.readPassword("%s ", question)).map(String::new);
  }
}
