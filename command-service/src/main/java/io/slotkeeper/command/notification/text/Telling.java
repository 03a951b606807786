package io.slotkeeper.command.notification.text;

import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import org.jspecify.annotations.Nullable;

/**
 * A notification whose personal texts are open, for as long as its message is written.
 *
 * @param reason what was said by whoever ended the booking
 */
public record Telling(NotificationQueued queued, String customerName, @Nullable String reason) {
  /** Personal but for what it is about. */
  @Override
  public String toString() {
    return "Telling[%s]".formatted(queued);
  }
}
