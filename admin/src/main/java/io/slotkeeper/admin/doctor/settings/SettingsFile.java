package io.slotkeeper.admin.doctor.settings;

import io.slotkeeper.admin.terminal.Unusable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a file of settings. */
final class SettingsFile {
  private SettingsFile() {}

  static List<Given> read(Path file) {
    var name = file.getFileName().toString();
    try {
      var text = Files.readString(file);
      if (name.endsWith(".yml") || name.endsWith(".yaml")) {
        return yaml(text, name);
      }
      return name.endsWith(".properties") ? properties(text, name) : variables(text, name);
    } catch (IOException | IllegalArgumentException e) {
      throw new Unusable("%s cannot be read".formatted(file));
    } catch (YAMLException e) {
      // What it says repeats the line, in which there may be a secret.
      throw new Unusable("%s is not YAML".formatted(file));
    }
  }

  private static List<Given> properties(String text, String source) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    return properties.stringPropertyNames().stream()
        .map(name -> new Given(name, properties.getProperty(name), source))
        .toList();
  }

  private static List<Given> variables(String text, String source) {
    return text.lines()
        .map(line -> line.strip().replaceFirst("^export\\s+", ""))
        .filter(line -> !line.startsWith("#") && line.contains("="))
        .map(line -> line.split("=", 2))
        .map(parts -> new Given(parts[0].strip(), unquoted(parts[1].strip()), source))
        .toList();
  }

  private static String unquoted(String value) {
    return value.replaceFirst("^\"(.*)\"$", "$1").replaceFirst("^'(.*)'$", "$1");
  }

  private static List<Given> yaml(String text, String source) {
    List<Given> found = new ArrayList<>();
    for (var document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      if (document != null) {
        flatten("", document, source, found);
      }
    }
    return found.reversed();
  }

  private static void flatten(String name, Object value, String source, List<Given> found) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, inner) ->
                  flatten(
                      name.isEmpty() ? String.valueOf(key) : name + "." + key,
                      inner == null ? "" : inner,
                      source,
                      found));
      case List<?> list -> {
        for (int at = 0; at < list.size(); at++) {
          var inner = list.get(at);
          flatten("%s[%d]".formatted(name, at), inner == null ? "" : inner, source, found);
        }
      }
      default -> found.add(new Given(name, value.toString(), source));
    }
  }
}
