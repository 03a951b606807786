package io.slotkeeper.admin.doctor.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The settings that this build reads. */
public final class KnownSettings {
  private static final List<String> MODULES =
      List.of("platform", "command-service", "query-service");
  private static final String BESIDE = "/io/slotkeeper/admin/doctor/";

  /** What Kubernetes tells every container of a Service whose name begins like ours. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("SLOTKEEPER_.*(_SERVICE_(HOST|PORT(_.*)?)|_PORT(_\\d+_(TCP|UDP|SCTP).*)?)");

  private final List<Known> settings;
  private final Properties variables;

  private KnownSettings(List<Known> settings, Properties variables) {
    this.settings = settings;
    this.variables = variables;
  }

  /** One setting. */
  record Known(String name, String type) {
    boolean is(String squeezed) {
      var pattern = Given.squeezed(name).replace("*", "[a-z0-9]+");
      return squeezed.matches(pattern + (isList() ? "\\d*" : ""));
    }

    private boolean isList() {
      return type.startsWith("java.util.List") || type.startsWith("java.util.Set");
    }
  }

  /** As they were when it was built. */
  public static KnownSettings ofThisBuild() {
    var json = JsonMapper.builder().build();
    List<Known> settings = new ArrayList<>();
    var variables = new Properties();
    try {
      for (var module : MODULES) {
        try (var in = resource(module + "/spring-configuration-metadata.json")) {
          json.readTree(in)
              .path("properties")
              .forEach(
                  each ->
                      settings.add(
                          new Known(each.path("name").asString(), each.path("type").asString(""))));
        }
      }
      try (var in = resource("variables.properties")) {
        variables.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownSettings(List.copyOf(settings), variables);
  }

  /** The setting that is meant by a name, however it is spelled. */
  Optional<Known> named(Given given) {
    return settings.stream().filter(known -> known.is(given.squeezed())).findFirst();
  }

  /** Whether a name only begins like a setting. */
  boolean isOther(String name) {
    return variables.containsKey(name) || OF_KUBERNETES.matcher(name).matches();
  }

  /** What somebody may have meant. */
  String nearest(Given given) {
    return settings.stream()
        .map(Known::name)
        .min(Comparator.comparingInt(name -> distance(Given.squeezed(name), given.squeezed())))
        .orElseThrow();
  }

  /** Levenshtein's. */
  static int distance(String one, String other) {
    var above = new int[other.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int diagonal = above[0];
      above[0] = row;
      for (int column = 1; column < above.length; column++) {
        int changed = diagonal + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = above[column];
        above[column] = Math.min(changed, Math.min(above[column], above[column - 1]) + 1);
      }
    }
    return above[other.length()];
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(KnownSettings.class.getResourceAsStream(BESIDE + name), name);
  }
}
