package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a booking: {@code bkg_} and a time-ordered UUIDv7 in lower-case Crockford base32.
 *
 * @param value the whole id, prefix included
 */
public record BookingId(@JsonValue String value) {
  private static final String PREFIX = "bkg_";

  /**
   * Accepts the one canonical spelling.
   *
   * @throws IllegalArgumentException for anything else
   */
  @JsonCreator
  public BookingId {
    IdText.require(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
