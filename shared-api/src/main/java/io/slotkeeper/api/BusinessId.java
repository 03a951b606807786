package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a business: {@code biz_} and a time-ordered UUIDv7 in lower-case Crockford base32.
 *
 * @param value the whole id, prefix included
 */
public record BusinessId(@JsonValue String value) {
  private static final String PREFIX = "biz_";

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public BusinessId {
    IdText.require(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
