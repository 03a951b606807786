package io.slotkeeper.quickstart.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml as Compose reads it, with the values of .env.example. */
record ComposeFile(JsonNode document) {
  static final Path ROOT = Path.of("..");

  /** {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${NAME:?what to do}}. */
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?:(:-|:\\?)([^}]*))?}");

  static ComposeFile read() throws IOException {
    var values = example();
    var text =
        VARIABLE
            .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
            .replaceAll(found -> value(found, values));
    return new ComposeFile(JsonMapper.shared().valueToTree(new Yaml().<Object>load(text)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    var given = values.getOrDefault(found.group(1), "");
    if (!given.isEmpty()) {
      return given;
    }
    return ":-".equals(found.group(2)) ? found.group(3) : "given";
  }

  /** Which variables there are, and whether a start without them is refused. */
  static Map<String, Boolean> variables() throws IOException {
    return VARIABLE
        .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
        .results()
        .collect(
            Collectors.toMap(
                found -> found.group(1),
                found -> ":?".equals(found.group(2)),
                Boolean::logicalOr,
                TreeMap::new));
  }

  /** What .env.example sets. */
  static Map<String, String> example() throws IOException {
    return Files.readAllLines(ROOT.resolve(".env.example")).stream()
        .filter(line -> line.matches("[A-Z_]+=.*"))
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  JsonNode service(String name) {
    return document.path("services").path(name);
  }

  Map<String, JsonNode> services() {
    return document.path("services").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
