package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** What notifications say, from their first events. */
@Component
class QueuedNotifications {

  private final EventStorageEngine events;

  QueuedNotifications(EventStorageEngine events) {
    this.events = events;
  }

  NotificationQueued of(NotificationId notificationId) {
    var stream = events.readEvents(notificationId.value(), 0);
    if (stream.hasNext() && stream.next().getPayload() instanceof NotificationQueued queued) {
      return queued;
    }
    throw new IllegalStateException("A notification does not begin with being queued");
  }
}
