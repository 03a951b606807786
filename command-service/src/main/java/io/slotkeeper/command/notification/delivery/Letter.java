package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import org.axonframework.eventhandling.EventMessage;

/**
 * A message that is to be sent, before it is in the queue.
 *
 * @param says what it says and to whom
 * @param message the event by which it is to be sent now
 */
record Letter(NotificationQueued says, EventMessage<?> message) {

  /** Whether it is sent for the first time. */
  boolean isNew() {
    return message.getPayload() instanceof NotificationQueued;
  }
}
