package io.slotkeeper.admin.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.admin.terminal.ProgressBar.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter screen = new StringWriter();

  @Test
  void drawsOneLineAgainAndAgainWhereAPersonLooks() {
    var bar = bar(true);

    bar.show(new Progress("REPLAYING", 450_000, 1_000_000, 12_300, left(44)));
    bar.show(new Progress("DONE", 1_000_000, 1_000_000, 0, Optional.empty()));
    bar.end();

    assertThat(screen.toString())
        .isEqualToNormalizingNewlines(
            "\rbookings  REPLAYING  [#############-----------------]   45 %  450,000 of 1,000,000"
                + "  12,300/s  0:00:44 left"
                + "\rbookings  DONE  [##############################]  100 %  1,000,000 of"
                + " 1,000,000  0/s"
                + " ".repeat(22)
                + "\n");
  }

  @Test
  void writesALineForEachTenthWhereNobodyLooks() {
    var bar = bar(false);

    for (int done = 0; done <= 100; done++) {
      bar.show(new Progress("REPLAYING", done, 100, 1, left(100 - done)));
    }
    bar.show(new Progress("COMPARING", 100, 100, 1, Optional.empty()));
    bar.end();

    assertThat(screen.toString().lines()).hasSize(12);
    assertThat(screen.toString())
        .startsWith("bookings  REPLAYING  0 %  0 of 100  1/s  0:01:40 left")
        .doesNotContain("\r", "[");
  }

  @Test
  void isEmptyWhereThereIsNothingToDo() {
    bar(true).show(new Progress("REQUESTED", 0, 0, 0, Optional.empty()));

    assertThat(screen.toString()).contains("[" + "-".repeat(30) + "]    0 %");
  }

  private ProgressBar bar(boolean interactive) {
    var writer = new PrintWriter(screen);
    return new ProgressBar(new Terminal(writer, writer, interactive, Keyboard.NONE), "bookings");
  }

  private static Optional<Duration> left(long seconds) {
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
