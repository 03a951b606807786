package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a resource of a business: a chair, a court, a person: {@code res_} and a time-ordered
 * UUIDv7 in lower-case Crockford base32.
 *
 * @param value the whole id, prefix included
 */
public record ResourceId(@JsonValue String value) {
  private static final String PREFIX = "res_";

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public ResourceId {
    IdText.require(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
