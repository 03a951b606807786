package io.slotkeeper.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names the state that a command led to. A caller takes it from the answer to a command to the
 * query API, and is answered from that state or a newer one. Opaque to callers.
 *
 * @param aggregateId what was changed
 * @param version of it after the change
 */
public record ConsistencyToken(String aggregateId, long version) {
  /** The header that carries it. */
  public static final String HEADER = "Consistency-Token";

  private static final Pattern PATTERN = Pattern.compile("([A-Za-z0-9_]{1,100})@(\\d{1,18})");

  /** The token as callers see it. */
  public String text() {
    var plain = aggregateId + "@" + version;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads a token; empty for what is none. */
  public static Optional<ConsistencyToken> parse(String text) {
    try {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      var matcher = PATTERN.matcher(plain);
      return matcher.matches()
          ? Optional.of(new ConsistencyToken(matcher.group(1), Long.parseLong(matcher.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
