package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a message came to be. */
enum Kind {
  TEXT,
  BUTTONS,
  TEMPLATE;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
