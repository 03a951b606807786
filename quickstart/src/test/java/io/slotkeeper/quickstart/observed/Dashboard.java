package io.slotkeeper.quickstart.observed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard of {@code ops/grafana/dashboards}. */
record Dashboard(String file, JsonNode json) {

  private static final Path DIRECTORY = Path.of("../ops/grafana/dashboards");
  private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
  private static final Pattern VALUES_OF_A_LABEL =
      Pattern.compile("label_values\\((?<promQl>.+),\\s*(?<label>\\w+)\\)");

  static List<Dashboard> all() {
    try (var files = Files.list(DIRECTORY)) {
      return files.sorted().map(Dashboard::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dashboard read(Path file) {
    try {
      return new Dashboard(
          file.getFileName().toString(), JsonMapper.shared().readTree(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uid() {
    return json.path("uid").asString("");
  }

  /** All that show something. */
  List<JsonNode> panels() {
    return json.path("panels")
        .valueStream()
        .flatMap(panel -> Stream.concat(Stream.of(panel), panel.path("panels").valueStream()))
        .filter(panel -> !panel.path("type").asString("").equals("row"))
        .toList();
  }

  /** What its panels and its variables ask. */
  Stream<Question> questions() {
    return Stream.concat(
        panels().stream()
            .flatMap(
                panel ->
                    panel
                        .path("targets")
                        .valueStream()
                        .map(target -> question(panel.path("title").asString(""), target))),
        json.path("templating")
            .path("list")
            .valueStream()
            .filter(variable -> variable.path("type").asString("").equals("query"))
            .map(this::question));
  }

  private Question question(String title, JsonNode target) {
    Set<String> shown =
        SHOWN
            .matcher(target.path("legendFormat").asString(""))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    return new Question(
        "%s, \"%s\"".formatted(file, title),
        withoutVariables(target.path("expr").asString("")),
        shown);
  }

  private Question question(JsonNode variable) {
    var query = VALUES_OF_A_LABEL.matcher(variable.path("query").asString(""));
    if (!query.matches()) {
      throw new IllegalArgumentException(file + " has a variable of an unknown kind: " + variable);
    }
    return new Question(
        "%s, variable %s".formatted(file, variable.path("name").asString("")),
        withoutVariables(query.group("promQl")),
        Set.of(query.group("label")));
  }

  /** As Grafana asks where everything is chosen. */
  private static String withoutVariables(String promQl) {
    return promQl
        .replace("$__rate_interval", "1m")
        .replace("$__range", "3h")
        .replace("$application", ".*")
        .replace("$instance", ".*");
  }
}
