package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names a notification: {@code ntf_} and 128 bits in lower-case Crockford base32. It follows from
 * what the notification is about, so that whoever asks for the same one twice gets it once.
 *
 * @param value the whole id, prefix included
 */
public record NotificationId(@JsonValue String value) {
  private static final String PREFIX = "ntf_";

  /** Unit separator: in none of the parts. */
  private static final String SEPARATOR = "\u001f";

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public NotificationId {
    IdText.require(PREFIX, value);
  }

  /**
   * The notification about an occasion, always the same for the same parts.
   *
   * @param parts such as a booking, what happened to it, and who is told
   */
  public static NotificationId about(Object... parts) {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append(part).append(SEPARATOR);
    }
    var digest = ByteBuffer.wrap(sha256(text.toString()));
    return new NotificationId(PREFIX + IdText.encode(digest.getLong(), digest.getLong()));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
