package io.slotkeeper.query.notification;

import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.api.notification.NotificationStatus;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps each notification as its last event left it. */
@Component
@ProcessingGroup("notifications")
class NotificationProjection {
  private final NotificationTable table;

  NotificationProjection(NotificationTable table) {
    this.table = table;
  }

  @EventHandler
  void on(NotificationEvent event, @SequenceNumber long version, @Timestamp Instant at) {
    var id = event.notificationId();
    switch (event) {
      case NotificationQueued e -> table.save(e, at, version);
      case NotificationAttempted e -> table.save(e, at, version);
      case NotificationPostponed e -> table.save(id, NotificationStatus.QUEUED, at, version);
      case NotificationAccepted e -> table.save(id, NotificationStatus.ACCEPTED, at, version);
      case NotificationDelivered e -> table.save(id, NotificationStatus.DELIVERED, at, version);
      case NotificationRead e -> table.save(id, NotificationStatus.READ, at, version);
      case NotificationFailed e -> table.save(e, at, version);
    }
  }
}
