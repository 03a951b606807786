package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a message has come. */
enum Status {
  /** From the business; nothing was told of it yet. */
  ACCEPTED,
  SENT,
  DELIVERED,
  READ,
  /** From the phone. */
  RECEIVED;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
