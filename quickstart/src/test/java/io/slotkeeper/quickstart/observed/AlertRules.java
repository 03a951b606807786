package io.slotkeeper.quickstart.observed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alerts of {@code ops/prometheus/alerts.yml}. */
record AlertRules(List<Alert> alerts) {

  static final Path FILE = Path.of("../ops/prometheus/alerts.yml");
  private static final Pattern SHOWN = Pattern.compile("\\$labels\\.(\\w+)");

  /** One alert; without a thing that it should have, that is empty. */
  record Alert(String name, String promQl, String duration, JsonNode labels, JsonNode annotations) {

    String runbook() {
      return annotations.path("runbook").asString("");
    }

    Question question() {
      return new Question("alert " + name, promQl, shown());
    }

    private Set<String> shown() {
      return SHOWN
          .matcher(annotations.toString())
          .results()
          .map((MatchResult found) -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  static AlertRules read() {
    try (var text = Files.newBufferedReader(FILE)) {
      Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      JsonNode file = JsonMapper.shared().valueToTree(yaml);
      return new AlertRules(
          StreamSupport.stream(file.path("groups").spliterator(), false)
              .flatMap(group -> group.path("rules").valueStream())
              .map(AlertRules::alert)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Alert alert(JsonNode rule) {
    return new Alert(
        rule.path("alert").asString(""),
        rule.path("expr").asString(""),
        rule.path("for").asString(""),
        rule.path("labels"),
        rule.path("annotations"));
  }
}
