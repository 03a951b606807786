package io.slotkeeper.admin.terminal;

import java.io.PrintWriter;

/**
 * Where a command is typed.
 *
 * @param out for answers
 * @param err for everything else that is said
 * @param interactive whether a person looks at it, and not a file or another program
 * @param keyboard that the person has
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Keyboard keyboard) {

  /** Of this process, whose main has chosen the console that is only there where a person is. */
  @SuppressWarnings("SystemConsoleNull")
  public static Terminal ofTheProcess() {
    var console = System.console();
    return new Terminal(
        new PrintWriter(System.out, true, System.out.charset()),
        new PrintWriter(System.err, true, System.err.charset()),
        console != null,
        console == null ? Keyboard.NONE : new ConsoleKeyboard(console));
  }
}
