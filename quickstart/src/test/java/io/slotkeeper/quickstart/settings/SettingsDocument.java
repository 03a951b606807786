package io.slotkeeper.quickstart.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes docs/settings.md. */
final class SettingsDocument {
  private static final int LONGEST = 100;
  private static final String POLICIES = "slotkeeper.limits.policies.";

  private final Metadata metadata;
  private final Properties reasons;
  private final Properties variables;

  SettingsDocument(Metadata metadata, Properties reasons, Properties variables) {
    this.metadata = metadata;
    this.reasons = reasons;
    this.variables = variables;
  }

  String of(String template) throws IOException {
    return template
        .replace("%OWN%", settings(metadata.ours().stream().filter(each -> !isLimit(each))))
        .replace("%LIMITS%", settings(metadata.ours().stream().filter(SettingsDocument::isLimit)))
        .replace("%PRESET%", presets())
        .replace("%VARIABLES%", variables());
  }

  private static boolean isLimit(Setting setting) {
    return setting.name().startsWith(POLICIES);
  }

  private static String settings(Stream<Setting> settings) {
    return "| setting | variable | kind | default | service | meaning |\n"
        + "| --- | --- | --- | --- | --- | --- |\n"
        + settings
            .map(
                setting ->
                    "| `%s` | `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                            setting.displayName(),
                            setting.variable(),
                            setting.kind(),
                            cell(setting.standardInWords()),
                            service(setting.module()),
                            cell(setting.meaning())))
            .collect(Collectors.joining());
  }

  private String presets() throws IOException {
    var platform = Path.of("../platform/src/main/resources");
    var presets =
        Stream.of(
                of("both", Preset.inYaml(platform.resolve("slotkeeper-platform.yml"))),
                of(
                    "both",
                    Preset.inProperties(
                        platform.resolve(
                            "io/slotkeeper/platform/eventstore/event-store-defaults.properties"))),
                of(
                    "command",
                    Preset.inYaml(
                        Path.of("../command-service/src/main/resources/command-service.yml"))),
                of(
                    "query",
                    Preset.inYaml(
                        Path.of("../query-service/src/main/resources/query-service.yml"))))
            .flatMap(stream -> stream)
            .distinct()
            .sorted(
                Comparator.comparing((ServicePreset each) -> each.preset().name())
                    .thenComparing(ServicePreset::service))
            .toList();
    return "| setting | value | service | why |\n| --- | --- | --- | --- |\n"
        + presets.stream().map(this::row).distinct().collect(Collectors.joining());
  }

  private record ServicePreset(String service, Preset preset) {}

  private static Stream<ServicePreset> of(String service, List<Preset> presets) {
    return presets.stream().map(preset -> new ServicePreset(service, preset));
  }

  private String row(ServicePreset each) {
    var preset = each.preset();
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            preset.name(),
            preset.value().length() > LONGEST ? "see the file" : "`" + cell(preset.value()) + "`",
            each.service(),
            cell(reasons.getProperty(preset.name(), preset.reason())));
  }

  private String variables() {
    return "| variable | program | meaning |\n| --- | --- | --- |\n"
        + variables.stringPropertyNames().stream()
            .sorted()
            .map(
                name -> {
                  var parts = variables.getProperty(name).split(": ", 2);
                  return "| `%s` | %s | %s |\n".formatted(name, parts[0], cell(parts[1]));
                })
            .collect(Collectors.joining());
  }

  private static String service(String module) {
    return switch (module) {
      case "command-service" -> "command";
      case "query-service" -> "query";
      default -> "both";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
  }
}
