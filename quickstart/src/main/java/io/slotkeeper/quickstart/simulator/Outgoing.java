package io.slotkeeper.quickstart.simulator;

import java.util.List;
import java.util.Optional;

/**
 * A message of the business that keeps Meta's limits.
 *
 * @param input the phone as it was written
 */
record Outgoing(
    Phone to,
    String input,
    Kind kind,
    String text,
    List<Button> buttons,
    Optional<String> callbackData) {

  /** Whether it may be sent at any time. */
  boolean isTemplate() {
    return kind == Kind.TEMPLATE;
  }
}
