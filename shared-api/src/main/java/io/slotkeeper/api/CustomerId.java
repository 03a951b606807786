package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a customer of one business: {@code cus_} and a time-ordered UUIDv7 in lower-case Crockford
 * base32.
 *
 * @param value the whole id, prefix included
 */
public record CustomerId(@JsonValue String value) {
  private static final String PREFIX = "cus_";

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public CustomerId {
    IdText.require(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
