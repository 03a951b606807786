package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form, {@code +34600111222}. Whether such a number is in use in its
 * country is asked at the edge, where numbers come in.
 *
 * @param value plus sign, country code and number, digits only
 */
public record PhoneNumber(@JsonValue String value) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /**
   * Accepts E.164.
   *
   * @throws IllegalArgumentException for anything else; the message does not repeat it
   */
  @JsonCreator
  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException("not a telephone number in E.164 form");
    }
  }

  /** Personal: says only how it ends, so that a log never holds the number. */
  @Override
  public String toString() {
    return "+…" + value.substring(value.length() - 2);
  }
}
