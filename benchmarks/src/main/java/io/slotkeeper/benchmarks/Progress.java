package io.slotkeeper.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** One line that says how far it is: overwritten on a terminal, else a line for each step. */
public final class Progress {

  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final long begin = System.nanoTime();

  /** Writes to a terminal, or to anything else. */
  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Says what is done now. */
  public void now(String what) {
    var line =
        String.format(Locale.ROOT, "[%4d s] %s", (System.nanoTime() - begin) / 1_000_000_000, what);
    if (terminal) {
      out.print(ERASE_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Says something that stays. */
  public void say(String what) {
    out.println(terminal ? ERASE_LINE + what : what);
  }
}
