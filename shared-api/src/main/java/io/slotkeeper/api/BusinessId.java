package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a business: {@code biz_} and a time-ordered UUIDv7 in lower-case Crockford base32.
 *
 * @param value the whole id, prefix included
 */
public record BusinessId(@JsonValue String value) {
  private static final Pattern PATTERN = IdText.pattern("biz");

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public BusinessId {
    IdText.require(PATTERN, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
