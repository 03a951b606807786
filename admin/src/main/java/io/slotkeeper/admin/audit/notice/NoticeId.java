package io.slotkeeper.admin.audit.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The id of the notification that tells somebody of an occasion: the first 128 bits of a SHA-256 in
 * lower-case Crockford base32, as command-service gives it.
 */
final class NoticeId {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int BYTES = 16;
  private static final int LETTERS = 26;
  private static final int BITS = 5;
  private static final int MASK = 31;
  private static final char SEPARATOR = '\u001f';

  private NoticeId() {}

  static String of(
      String bookingId, String slotId, String occasion, String kind, String recipient) {
    var text = new StringBuilder();
    for (var part : new String[] {bookingId, slotId, occasion, kind, recipient}) {
      text.append(part).append(SEPARATOR);
    }
    var rest = new BigInteger(1, Arrays.copyOf(sha256(text.toString()), BYTES));
    var letters = new char[LETTERS];
    for (int i = LETTERS - 1; i >= 0; i--) {
      letters[i] = ALPHABET[rest.intValue() & MASK];
      rest = rest.shiftRight(BITS);
    }
    return "ntf_" + new String(letters);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
