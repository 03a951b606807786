package io.slotkeeper.admin.doctor.settings;

import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.doctor.settings.KnownSettings.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds names that nothing reads, and values that cannot be read. */
public final class NameCheck {
  private static final String ABOUT = "settings";
  private static final Pattern DURATION =
      Pattern.compile(
          "[+-]?\\d+\\s*(ns|us|ms|s|m|h|d)?|P(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BOOLEAN =
      Pattern.compile("true|false|on|off|yes|no|1|0", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

  private final GivenSettings given;
  private final KnownSettings known;

  /** Looks at what is given. */
  public NameCheck(GivenSettings given, KnownSettings known) {
    this.given = given;
    this.known = known;
  }

  /** What is wrong, or that nothing is. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    int ours = 0;
    for (var each : given.all()) {
      if (!each.squeezed().startsWith("slotkeeper") || known.isOther(each.name())) {
        continue;
      }
      ours++;
      known
          .named(each)
          .ifPresentOrElse(
              setting -> checkValue(each, setting, findings),
              () ->
                  findings.add(
                      Finding.fail(
                          ABOUT,
                          "%s (%s) is read by nothing".formatted(each.name(), each.source()),
                          "Did you mean %s? docs/settings.md lists all."
                              .formatted(spelled(each)))));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(ABOUT, "%d given, each of them known and readable".formatted(ours)));
    }
    return findings;
  }

  private String spelled(Given each) {
    var nearest = known.nearest(each);
    return each.name().equals(each.name().toUpperCase(Locale.ROOT))
        ? nearest.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)
        : nearest;
  }

  private void checkValue(Given each, Known setting, List<Finding> findings) {
    var value = given.resolved(each.value()).strip();
    var kind =
        switch (setting.type()) {
          case "java.time.Duration" -> matches(DURATION, value) ? "" : "a duration such as 10s";
          case "java.lang.Boolean" -> matches(BOOLEAN, value) ? "" : "true or false";
          case "java.lang.Integer", "java.lang.Long" -> matches(NUMBER, value) ? "" : "a number";
          default -> "";
        };
    if (!kind.isEmpty() && !value.isEmpty()) {
      findings.add(
          Finding.fail(
              ABOUT,
              "%s (%s) must be %s".formatted(each.name(), each.source(), kind),
              "The service does not start with it."));
    }
  }

  private static boolean matches(Pattern pattern, String value) {
    return pattern.matcher(value).matches();
  }
}
