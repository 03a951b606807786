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
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.RowTable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps each notification as its last event left it. */
@Component
class NotificationProjection implements Projection<NotificationEvent, NotificationRow> {
  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<NotificationEvent> events() {
    return NotificationEvent.class;
  }

  @Override
  public RowTable<NotificationRow> table() {
    return NotificationTable.ROWS;
  }

  @Override
  public NotificationRow begin(NotificationEvent event, long version, Instant at) {
    if (event instanceof NotificationQueued queued) {
      return NotificationRow.begin(queued, at, version);
    }
    throw new ReadModelOutOfStep(event.notificationId(), version);
  }

  @Override
  public NotificationRow after(
      NotificationRow row, NotificationEvent event, long version, Instant at) {
    return switch (event) {
      case NotificationQueued e -> NotificationRow.begin(e, at, version);
      case NotificationAttempted e -> row.attempted(e.attempt(), at, version);
      case NotificationPostponed e -> row.in(NotificationStatus.QUEUED, at, version);
      case NotificationAccepted e -> row.in(NotificationStatus.ACCEPTED, at, version);
      case NotificationDelivered e -> row.in(NotificationStatus.DELIVERED, at, version);
      case NotificationRead e -> row.in(NotificationStatus.READ, at, version);
      case NotificationFailed e -> row.failed(e.code(), e.reason(), at, version);
    };
  }
}
