package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slotkeeper.quickstart.embedded.CannotStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartOptionsTest {

  @Test
  void hasADefaultForEverything() {
    var options = QuickstartOptions.of(Map.of(), List.of());

    assertThat(options.dataDirectory()).isEqualTo(Path.of(".slotkeeper"));
    assertThat(options.commandPort()).isEqualTo(8080);
    assertThat(options.queryPort()).isEqualTo(8081);
    assertThat(options.simulatorPort()).isEqualTo(8082);
    assertThat(options.adminToken()).isEmpty();
    assertThat(options.fresh()).isFalse();
  }

  @Test
  void takesSettingsFromTheEnvironment() {
    var options =
        QuickstartOptions.of(
            Map.of(
                "SLOTKEEPER_DATA_DIR", "elsewhere",
                "SLOTKEEPER_COMMAND_PORT", "9080",
                "SLOTKEEPER_QUERY_PORT", "9081",
                "SLOTKEEPER_SIMULATOR_PORT", "9082",
                "SLOTKEEPER_SECURITY_ADMIN_TOKEN", "letmein"),
            List.of("--fresh"));

    assertThat(options.dataDirectory()).isEqualTo(Path.of("elsewhere"));
    assertThat(options.commandPort()).isEqualTo(9080);
    assertThat(options.queryPort()).isEqualTo(9081);
    assertThat(options.simulatorPort()).isEqualTo(9082);
    assertThat(options.adminToken()).contains("letmein");
    assertThat(options.fresh()).isTrue();
  }

  @Test
  void takesABlankSettingForNone() {
    var options = QuickstartOptions.of(Map.of("SLOTKEEPER_COMMAND_PORT", " "), List.of());

    assertThat(options.commandPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65536", "http", "80 80"})
  void refusesWhatIsNoPort(String port) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> QuickstartOptions.of(Map.of("SLOTKEEPER_QUERY_PORT", port), List.of()))
        .withMessage("SLOTKEEPER_QUERY_PORT is \"%s\"; set a port from 1 to 65535", port);
  }

  @Test
  void refusesOnePortForBothServices() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> QuickstartOptions.of(Map.of("SLOTKEEPER_QUERY_PORT", "8080"), List.of()))
        .withMessageContaining("set two different ports");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", "8081"})
  void refusesThePortOfAServiceForTheSimulator(String port) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> QuickstartOptions.of(Map.of("SLOTKEEPER_SIMULATOR_PORT", port), List.of()))
        .withMessageContaining("set two different ports");
  }

  @Test
  void refusesThePortOfAServiceForMetricsThatWereGivenIt() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () ->
                QuickstartOptions.of(Map.of("SLOTKEEPER_QUERY_MANAGEMENT_PORT", "8081"), List.of()))
        .withMessage(
            "SLOTKEEPER_QUERY_PORT and SLOTKEEPER_QUERY_MANAGEMENT_PORT are both 8081;"
                + " set two different ports");
  }

  @Test
  void refusesAnArgumentThatItDoesNotKnow() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> QuickstartOptions.of(Map.of(), List.of("--frsh")))
        .withMessageContaining("Unknown argument --frsh");
  }
}
