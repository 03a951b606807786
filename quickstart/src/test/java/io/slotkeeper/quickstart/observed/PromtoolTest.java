package io.slotkeeper.quickstart.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus itself thinks of rules, settings and expressions; skipped where it is not. */
class PromtoolTest {

  private static final Path DIRECTORY = Path.of("../ops/prometheus");

  @TempDir Path scratch;

  @BeforeEach
  void needsPromtool() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "promtool"))),
        "promtool (Debian's package prometheus) is not on the path");
  }

  @Test
  void takesTheSettingsAndTheirRules() throws Exception {
    assertTaken("check", "config", "prometheus.yml");
  }

  @Test
  void seesEachAlertWhereItShouldBeAndNowhereElse() throws Exception {
    assertTaken("test", "rules", "alerts.test.yml");
    String tests = Files.readString(DIRECTORY.resolve("alerts.test.yml"));
    assertThat(AlertRules.read().alerts())
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .contains("- alertname: " + alert.name() + "\n")
                    .contains("- {alertname: " + alert.name() + ", "));
  }

  @Test
  void canReadWhatDashboardsAsk() throws Exception {
    var number = new AtomicInteger();
    var rules =
        Dashboard.all().stream()
            .flatMap(Dashboard::questions)
            .map(
                question ->
                    Map.of(
                        "record", "asked:" + number.incrementAndGet(), "expr", question.promQl()))
            .toList();
    Path file = scratch.resolve("asked.yml");
    var group = Map.of("name", "asked", "rules", rules);
    Files.writeString(
        file, JsonMapper.shared().writeValueAsString(Map.of("groups", List.of(group))));

    assertTaken("check", "rules", file.toString());
  }

  private static void assertTaken(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).directory(DIRECTORY.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
