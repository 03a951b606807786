package io.slotkeeper.quickstart.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of the services sets, and what the comment above it says.
 *
 * @param reason empty where there is no comment
 */
record Preset(String name, String value, String reason) {
  private static final Pattern YAML = Pattern.compile("( *)([\\w.-]+):(?: (.*))?");
  private static final Pattern ITEM = Pattern.compile(" *- (.*)");
  private static final Pattern PROPERTY = Pattern.compile("([\\w.-]+)=(.*)");
  private static final int INDENT = 2;

  /** Our own files only: maps of words and of lists of words, each in its line. */
  static List<Preset> inYaml(Path file) throws IOException {
    List<Preset> presets = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    var comment = new StringBuilder();
    for (var line : Files.readAllLines(file)) {
      Matcher matcher = YAML.matcher(line);
      if (isComment(line, comment)) {
        continue;
      }
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        addItem(presets, String.join(".", path), item.group(1), comment);
        continue;
      }
      if (!matcher.matches()) {
        path.clear();
      } else {
        while (path.size() > matcher.group(1).length() / INDENT) {
          path.removeLast();
        }
        path.addLast(matcher.group(2));
        if (matcher.group(3) != null) {
          presets.add(
              new Preset(
                  String.join(".", path),
                  matcher.group(3).replaceAll("^\"|\"$", ""),
                  comment.toString().strip()));
        }
      }
      // What is said above a map is said of the first of it.
      if (!matcher.matches() || matcher.group(3) != null) {
        comment.setLength(0);
      }
    }
    return presets;
  }

  private static void addItem(
      List<Preset> presets, String name, String item, StringBuilder comment) {
    boolean isFirst = presets.isEmpty() || !presets.getLast().name().equals(name);
    Preset before = isFirst ? new Preset(name, "", "") : presets.removeLast();
    presets.add(
        new Preset(
            name,
            isFirst ? item : before.value() + ", " + item,
            (before.reason() + " " + comment.toString().strip()).strip()));
    comment.setLength(0);
  }

  static List<Preset> inProperties(Path file) throws IOException {
    List<Preset> presets = new ArrayList<>();
    var comment = new StringBuilder();
    for (var line : Files.readString(file).replaceAll("\\\\\n\\s*", "").lines().toList()) {
      Matcher matcher = PROPERTY.matcher(line);
      if (isComment(line, comment)) {
        continue;
      }
      if (matcher.matches()) {
        presets.add(new Preset(matcher.group(1), matcher.group(2), comment.toString().strip()));
      }
      if (line.isBlank()) {
        comment.setLength(0);
      }
    }
    return presets;
  }

  private static boolean isComment(String line, StringBuilder comment) {
    boolean is = line.strip().startsWith("#");
    if (is) {
      comment.append(line.strip().substring(1)).append(' ');
    }
    return is;
  }
}
