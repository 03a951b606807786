package io.slotkeeper.command.notification.text;

import java.util.regex.Pattern;

/** Makes what people have typed fit to stand inside of a sentence. */
final class OneLine {
  /** Meta refuses line breaks, tabs and more than four spaces in a row. */
  private static final Pattern SPACE = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  /** These turn around the text that follows. */
  private static final Pattern DIRECTION =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final String NOTHING = "—";

  private OneLine() {}

  static String of(String text, int longest) {
    var line = SPACE.matcher(DIRECTION.matcher(text).replaceAll("")).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return NOTHING;
    }
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "…";
  }
}
