package io.slotkeeper.api;

import java.util.regex.Pattern;

/** The one spelling of an id: a prefix and 26 characters of lower-case Crockford base32. */
final class IdText {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  /** 128 bits in 26 characters leave two spare bits, so the first character is at most 7. */
  static final String BODY = "[0-7][0-9a-hjkmnp-tv-z]{25}";

  private IdText() {}

  static Pattern pattern(String prefix) {
    return Pattern.compile(prefix + "_" + BODY);
  }

  static String require(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("not an id of this kind");
    }
    return text;
  }

  static String encode(long high, long low) {
    var text = new char[26];
    for (int i = 25; i >= 0; i--) {
      text[i] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }
}
