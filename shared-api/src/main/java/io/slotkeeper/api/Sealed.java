package io.slotkeeper.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A personal text that only its customer's key opens. It names the customer, so that whoever holds
 * it knows which key to look for.
 *
 * @param text the customer's id, a dot, and what was sealed in base64url
 */
public record Sealed(@JsonValue String text) {
  /** What is shown in place of a text whose key is gone. */
  public static final String ERASED = "erased";

  private static final char DOT = '.';

  /**
   * Accepts what was sealed.
   *
   * @throws IllegalArgumentException where it names no customer
   */
  @JsonCreator
  public Sealed {
    if (text.indexOf(DOT) < 0) {
      throw new IllegalArgumentException("not a sealed text");
    }
  }

  /** A text of a customer's. */
  public static Sealed of(CustomerId customerId, String sealed) {
    return new Sealed(customerId.value() + DOT + sealed);
  }

  /** Whose key opens it. */
  public CustomerId customerId() {
    return new CustomerId(text.substring(0, text.indexOf(DOT)));
  }

  /** What that key opens. */
  public String content() {
    return text.substring(text.indexOf(DOT) + 1);
  }

  @Override
  public String toString() {
    return "Sealed[…]";
  }
}
