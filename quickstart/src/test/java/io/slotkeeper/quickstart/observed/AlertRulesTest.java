package io.slotkeeper.quickstart.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.quickstart.observed.AlertRules.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

  private static final Path ROOT = Path.of("..");
  private static final Path RUNBOOKS = Path.of("docs/runbooks");
  private static final List<String> SECTIONS =
      List.of(
          "## What it means",
          "## What people notice",
          "## How to look",
          "## How to mend it",
          "## When to call for help",
          "## How to tell that it is over");

  private final List<Alert> alerts = AlertRules.read().alerts();

  @Test
  void waitAndSayHowBadItIs() {
    assertThat(alerts)
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.name()).isNotBlank();
              assertThat(alert.duration()).isNotBlank();
              assertThat(alert.labels().path("severity").asString("")).isIn("critical", "warning");
              assertThat(alert.annotations().path("summary").asString("")).isNotBlank();
              assertThat(alert.annotations().path("description").asString("")).isNotBlank();
            });
    assertThat(alerts).extracting(Alert::name).doesNotHaveDuplicates();
  }

  @Test
  void haveRunbooksThatKnowThem() {
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(ROOT.resolve(alert.runbook()))
                    .content()
                    .contains("`" + alert.name() + "`")
                    .contains(SECTIONS));
  }

  @Test
  void areTheReasonForEachRunbook() throws IOException {
    try (var files = Files.list(ROOT.resolve(RUNBOOKS))) {
      assertThat(files)
          .map(file -> RUNBOOKS.resolve(file.getFileName()).toString())
          .filteredOn(file -> !file.endsWith("README.md"))
          .hasSameElementsAs(alerts.stream().map(Alert::runbook).toList());
    }
  }

  @Test
  void areAllInTheIndex() {
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(ROOT.resolve(RUNBOOKS).resolve("README.md"))
                    .content()
                    .contains("`" + alert.name() + "`")
                    .contains("](" + RUNBOOKS.relativize(Path.of(alert.runbook())) + ")"));
  }
}
