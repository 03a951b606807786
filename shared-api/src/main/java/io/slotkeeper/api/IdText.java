package io.slotkeeper.api;

/**
 * The one spelling of an id: a prefix and 26 characters of lower-case Crockford base32. Read
 * character by character, since every event that is read has several of them.
 */
final class IdText {
  /** How long an id is without its prefix. */
  static final int LENGTH = 26;

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  /** 128 bits in 26 characters leave two spare bits, so the first character is at most this. */
  private static final char LARGEST_FIRST = '7';

  private IdText() {}

  /** Whether this part of a text is an id without its prefix. */
  static boolean isBody(String text, int from, int to) {
    if (to - from != LENGTH || to > text.length() || text.charAt(from) > LARGEST_FIRST) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static void require(String prefix, String text) {
    if (!text.startsWith(prefix) || !isBody(text, prefix.length(), text.length())) {
      throw new IllegalArgumentException("not an id of this kind");
    }
  }

  static String encode(long high, long low) {
    var text = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }
}
