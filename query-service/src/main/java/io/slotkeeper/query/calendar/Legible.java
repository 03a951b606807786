package io.slotkeeper.query.calendar;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text without the characters that a calendar must not have. */
final class Legible {
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000B\f\u0085\u2028\u2029]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

  private Legible() {}

  /** In lines that end alike; empty for none. */
  static String lines(@Nullable String text) {
    return text == null
        ? ""
        : CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
  }

  /** In one line; empty for none. */
  static String line(@Nullable String text) {
    return lines(text).replace('\n', ' ');
  }
}
