package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** What notifications say, from their first events. */
@Component
class QueuedNotifications {

  private final EventStorageEngine events;

  QueuedNotifications(EventStorageEngine events) {
    this.events = events;
  }

  NotificationQueued of(NotificationId notificationId) {
    if (event(notificationId).map(Message::getPayload).orElse(null)
        instanceof NotificationQueued queued) {
      return queued;
    }
    throw new IllegalStateException("A notification does not begin with being queued");
  }

  /** The event that queued it, if there is such a notification. */
  Optional<EventMessage<?>> event(NotificationId notificationId) {
    var stream = events.readEvents(notificationId.value(), 0);
    return stream.hasNext() ? Optional.of(stream.next()) : Optional.empty();
  }
}
