package io.slotkeeper.platform.validation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text that people wrote. */
public final class Texts {
  /** Marks that make what follows read in another order: a name could pass for another. */
  private static final Set<Integer> DIRECTION =
      Set.of(
          0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
          0x2069);

  private Texts() {}

  /** Text without the space around it; nothing for nothing. */
  public static @Nullable String stripped(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int from = 0;
    int to = text.length();
    while (from < to && Character.isSpaceChar(text.charAt(from))) {
      from++;
    }
    while (from < to && Character.isSpaceChar(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  static boolean isPrintable(String text, boolean multiline) {
    return text.codePoints().allMatch(c -> isPrintable(c, multiline));
  }

  private static boolean isPrintable(int c, boolean multiline) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return multiline;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> Character.isDefined(c) && !DIRECTION.contains(c);
    };
  }

  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }
}
