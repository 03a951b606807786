package io.slotkeeper.admin.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows how far something is: in one line that changes, or where nobody looks in a few lines. */
public final class ProgressBar {
  private static final int WIDTH = 30;
  private static final int PERCENT = 100;
  private static final int STEP = 10;

  private final Terminal terminal;
  private final String name;
  private String shown = "";
  private String lastState = "";
  private int lastStep = -1;

  /** Of something with a name. */
  public ProgressBar(Terminal terminal, String name) {
    this.terminal = terminal;
    this.name = name;
  }

  /**
   * How far it is.
   *
   * @param state a word for what is done now
   * @param rate done in a second
   */
  public record Progress(
      String state, long done, long total, double rate, Optional<Duration> left) {

    int percent() {
      return total <= 0 ? 0 : (int) Math.min(PERCENT, done * PERCENT / total);
    }
  }

  /** Shows it. */
  public void show(Progress progress) {
    if (terminal.interactive()) {
      redraw(line(progress));
    } else if (isNews(progress)) {
      terminal.err().println(line(progress).replaceAll("\\[.*?] +", ""));
    }
    terminal.err().flush();
  }

  /** Leaves the last line as it is. */
  public void end() {
    if (!shown.isEmpty()) {
      terminal.err().println();
      terminal.err().flush();
      shown = "";
    }
  }

  private void redraw(String line) {
    // What was longer before is written over.
    var rest = " ".repeat(Math.max(0, shown.length() - line.length()));
    terminal.err().print("\r" + line + rest);
    shown = line;
  }

  private boolean isNews(Progress progress) {
    int step = progress.percent() / STEP;
    boolean news = !progress.state().equals(lastState) || step > lastStep;
    lastState = progress.state();
    lastStep = step;
    return news;
  }

  private String line(Progress progress) {
    int full = progress.percent() * WIDTH / PERCENT;
    return String.format(
        Locale.ROOT,
        "%s  %s  [%s%s]  %3d %%  %,d of %,d  %,.0f/s%s",
        name,
        progress.state(),
        "#".repeat(full),
        "-".repeat(WIDTH - full),
        progress.percent(),
        progress.done(),
        progress.total(),
        progress.rate(),
        progress.left().map(ProgressBar::left).orElse(""));
  }

  private static String left(Duration left) {
    return String.format(
        Locale.ROOT,
        "  %d:%02d:%02d left",
        left.toHours(),
        left.toMinutesPart(),
        left.toSecondsPart());
  }
}
