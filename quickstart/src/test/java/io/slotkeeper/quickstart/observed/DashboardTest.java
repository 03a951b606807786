package io.slotkeeper.quickstart.observed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardTest {

  @Test
  void hasANameOfItsOwn() {
    assertThat(Dashboard.all())
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            dashboard ->
                assertThat(dashboard.uid())
                    .isEqualTo("slotkeeper-" + dashboard.file().replace(".json", "")));
  }

  @Test
  void saysInEachPanelWhatItAnswersAndHowToReadIt() {
    assertThat(Dashboard.all())
        .flatExtracting(Dashboard::panels)
        .isNotEmpty()
        .allSatisfy(
            panel -> {
              assertThat(panel.path("title").asString("")).isNotBlank();
              assertThat(panel.path("description").asString("")).endsWith(".");
              assertThat(panel.path("targets").size()).isPositive();
              assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString(""))
                  .isNotBlank();
            });
  }

  @Test
  void takesItsDataFromTheSourceThatIsChosen() {
    assertThat(Dashboard.all())
        .flatExtracting(Dashboard::panels)
        .flatExtracting(panel -> panel.path("targets").valueStream().toList())
        .extracting((JsonNode target) -> target.path("datasource").path("uid").asString(""))
        .containsOnly("${datasource}");
  }

  @Test
  void leavesNoVariableThatNobodyReplaces() {
    assertThat(Dashboard.all())
        .flatExtracting(dashboard -> dashboard.questions().toList())
        .isNotEmpty()
        .allSatisfy(question -> assertThat(question.promQl()).isNotBlank().doesNotContain("$"));
  }
}
