package io.slotkeeper.quickstart.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting as its metadata have it.
 *
 * @param module that declares it
 * @param standard what it is where nobody sets it, in the spelling of settings; empty for none
 */
record Setting(
    String name, String type, String description, Optional<String> standard, String module) {

  /** What is counted is the first word of what is said of a number. */
  private static final List<String> UNITS =
      List.of(
          "attempts",
          "calls",
          "changes",
          "clients",
          "commands",
          "events",
          "failures",
          "messages",
          "number",
          "parts",
          "rebuilds",
          "requests",
          "segments",
          "share",
          "streams",
          "tries");

  /** It is said last. */
  private static final Pattern DEFAULT =
      Pattern.compile("(?i)[;,.] (?:no default|default:? (.+))$");

  /** As Spring Boot reads it from the environment; it also takes one without those of dashes. */
  String variable() {
    return name.replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT)
        .replaceFirst("\\*", "<NAME>")
        .replace("*", "<ROLE>");
  }

  String displayName() {
    return name.replaceFirst("\\*", "<name>").replace("*", "<role>");
  }

  String kind() {
    var simple = type.replaceAll("[a-z]\\w*\\.", "").replaceAll("<.*", "");
    return switch (simple) {
      case "Duration" -> "duration";
      case "DataSize" -> "size";
      case "Boolean" -> "true, false";
      case "String", "URI", "Path", "Resource" -> "text";
      case "Integer", "Long", "Double" -> unit().equals("number") ? unit() : "number of " + unit();
      case "List", "Set" -> "list";
      case "Map" -> "see below";
      default -> "word";
    };
  }

  /** What it means, without its default. */
  String meaning() {
    return readable(DEFAULT.matcher(description).replaceFirst(""));
  }

  /** What it is where nobody sets it, in words. */
  String standardInWords() {
    var said = saidDefault().orElse("none");
    return standard
        .map(value -> "`%s`%s".formatted(value, said.replaceFirst("^[^,;.]*(?=[,;] |$)|^.*$", "")))
        .orElse(said);
  }

  /** What is not as a setting has to be described. */
  List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    if (meaning().isBlank()) {
      flaws.add("has no description");
    }
    if (isNumber() && !UNITS.contains(unit())) {
      flaws.add("does not begin with what is counted: " + unit());
    }
    if (!description.toLowerCase(Locale.ROOT).contains("default")) {
      flaws.add("says no default");
    }
    standard.ifPresent(
        value -> {
          var said = saidDefault().map(Setting::spelled).orElse("");
          if (!said.matches(Pattern.quote(value) + "(\\W.*)?")) {
            flaws.add("is %s by default and says that it is %s".formatted(value, saidDefault()));
          }
        });
    return flaws.stream().map(flaw -> "%s %s".formatted(name, flaw)).toList();
  }

  private boolean isNumber() {
    return List.of("java.lang.Integer", "java.lang.Long", "java.lang.Double").contains(type);
  }

  private String unit() {
    return description.split("[ ;,.]", 2)[0];
  }

  private Optional<String> saidDefault() {
    Matcher matcher = DEFAULT.matcher(description);
    return matcher.find() ? Optional.ofNullable(matcher.group(1)).map(Setting::readable) : none();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String readable(String javadoc) {
    return javadoc.replaceAll("\\{@code ((?:[^{}]|\\{[^{}]*})*)}", "`$1`").strip();
  }

  /** "10 min" is written 10m. */
  private static String spelled(String said) {
    return said.replace("`", "")
        .replaceAll("(\\d+) (ms|s|h|d)\\b", "$1$2")
        .replaceAll("(\\d+) min\\b", "$1m");
  }
}
