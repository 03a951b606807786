package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.notification.text.Telling;

/** A notification that can be told: to whom, and what. */
record Opened(PhoneNumber to, Telling telling) {
  @Override
  public String toString() {
    return "Opened[%s]".formatted(telling);
  }
}
