package io.slotkeeper.query.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Lines of at most 75 octets, RFC 5545, section 3.1. ical4j's own counts characters, and most of
 * the world's letters are longer than one octet.
 */
final class FoldedLines {
  private static final int MOST_OCTETS = 75;

  private FoldedLines() {}

  /** In UTF-8; no character is cut. */
  static byte[] of(String text) {
    var folded = new StringBuilder(text.length() + text.length() / 32);
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int width = octets(character);
      if (character == '\r' || character == '\n') {
        octets = 0;
      } else if (octets + width > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1 + width;
      } else {
        octets += width;
      }
      folded.appendCodePoint(character);
      i += Character.charCount(character);
    }
    return folded.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
