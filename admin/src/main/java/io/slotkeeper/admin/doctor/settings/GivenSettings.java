package io.slotkeeper.admin.doctor.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody has given, the most important first. */
public final class GivenSettings {
  private static final Pattern READ = Pattern.compile("(SLOTKEEPER|SPRING|SERVER|MANAGEMENT)_.*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

  private final Map<String, String> environment;
  private final List<Given> all;

  private GivenSettings(Map<String, String> environment, List<Given> all) {
    this.environment = environment;
    this.all = all;
  }

  /** Reads them; of two files the last one wins, and the environment wins over both. */
  public static GivenSettings of(Map<String, String> environment, List<Path> files) {
    List<Given> all = new ArrayList<>();
    environment.entrySet().stream()
        .filter(variable -> READ.matcher(variable.getKey()).matches())
        .map(variable -> new Given(variable.getKey(), variable.getValue(), "environment"))
        .forEach(all::add);
    for (var file : files.reversed()) {
      all.addAll(SettingsFile.read(file));
    }
    return new GivenSettings(environment, all);
  }

  List<Given> all() {
    return all;
  }

  /** What was given last for a name; what is empty was not given. */
  public Optional<String> value(String name) {
    var squeezed = Given.squeezed(name);
    return all.stream()
        .filter(given -> given.squeezed().equals(squeezed))
        .findFirst()
        .map(given -> resolved(given.value()).strip())
        .filter(value -> !value.isEmpty());
  }

  /** Whether anything was given for a name, or for a part of its list. */
  boolean has(String name) {
    var list = Pattern.compile(Pattern.quote(Given.squeezed(name)) + "\\d*");
    return all.stream()
        .anyMatch(given -> list.matcher(given.squeezed()).matches() && !given.value().isBlank());
  }

  String resolved(String value) {
    return PLACEHOLDER
        .matcher(value)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(environment.get(match.group(1)))
                        .or(() -> Optional.ofNullable(match.group(2)))
                        .orElse("")));
  }
}
