package io.slotkeeper.quickstart.settings;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the class path says of settings, in the format of Spring Boot. */
record Metadata(List<Setting> settings) {
  private static final String FILE = "META-INF/spring-configuration-metadata.json";
  private static final String OURS = "slotkeeper.";
  private static final Pattern MODULE =
      Pattern.compile(".*/(platform|command-service|query-service)/.*");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Metadata onTheClassPath() throws IOException {
    List<Setting> settings = new ArrayList<>();
    for (URL url : Collections.list(Metadata.class.getClassLoader().getResources(FILE))) {
      try (var in = url.openStream()) {
        JSON.readTree(in)
            .path("properties")
            .forEach(property -> settings.add(setting(property, module(url))));
      }
    }
    settings.sort(Comparator.comparing(Setting::name));
    return new Metadata(settings);
  }

  List<Setting> ours() {
    return settings.stream().filter(setting -> setting.name().startsWith(OURS)).toList();
  }

  Set<String> names() {
    return settings.stream().map(Setting::name).collect(Collectors.toSet());
  }

  private static Setting setting(JsonNode property, String module) {
    return new Setting(
        property.path("name").asString(),
        property.path("type").asString(""),
        property.path("description").asString(""),
        Optional.of(property.path("defaultValue"))
            .filter(value -> !value.isMissingNode() && !value.isNull())
            .map(Metadata::text),
        module);
  }

  private static String text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(Metadata::text).collect(Collectors.joining(","))
        : value.asString();
  }

  private static String module(URL url) {
    Matcher matcher = MODULE.matcher(url.toString());
    return matcher.matches() ? matcher.group(1) : "";
  }
}
