package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what the README tells people to type, and expects what it says they will see. */
class TourTest {
  private static final Pattern STEP =
      Pattern.compile(
          "```sh\\n((?:(?!```).)*)```\\n\\n```(?:json|text)\\n((?:(?!```).)*)```", Pattern.DOTALL);

  private record Step(String commands, String answer) {
    /** The query side is a moment behind; whoever only looks may look again. */
    boolean onlyLooks() {
      return !commands.contains("POST");
    }
  }

  @Test
  void answersAsTheReadmeSays(@TempDir Path directory) throws IOException {
    var steps = steps();
    assertThat(steps).hasSizeGreaterThan(6);

    try (var shell = new Shell(directory)) {
      shell.type(
          "COMMANDS=%s QUERIES=%s SALON=%s KEY=%s ADMIN=%s"
              .formatted(
                  Town.quickstart().commandUrl(),
                  Town.quickstart().queryUrl(),
                  Town.quickstart().demo().salon().businessId(),
                  Town.quickstart().demo().salon().apiKey(),
                  Town.quickstart().adminToken()));
      for (var step : steps) {
        if (step.onlyLooks()) {
          await().untilAsserted(() -> typeAndCompare(shell, step));
        } else {
          typeAndCompare(shell, step);
        }
      }
    }
  }

  private static void typeAndCompare(Shell shell, Step step) throws IOException {
    assertThat(comparable(shell.type(step.commands()))).isEqualTo(comparable(step.answer()));
  }

  private static List<Step> steps() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var found = STEP.matcher(readme);
    var steps = new ArrayList<Step>();
    while (found.find()) {
      steps.add(new Step(found.group(1), found.group(2)));
    }
    return steps;
  }

  /** Without what differs from one time to the next. */
  private static String comparable(String answer) {
    return answer
        .strip()
        .replaceAll("slt_[0-9a-z]{26}_[0-9a-z]{26}_[0-9TZ]{14}", "slt_…")
        .replaceAll("(biz|res|bkg|cor)_[0-9a-z]{26}", "$1_…")
        .replaceAll("mt_[0-9A-Za-z_-]{60,}", "mt_…")
        .replaceAll("cal_[0-9A-Za-z_-]{43}", "cal_…")
        .replaceAll("(?m)^id: \\d+$", "id: …")
        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|\\+\\d{2}:\\d{2})", "<instant>");
  }
}
