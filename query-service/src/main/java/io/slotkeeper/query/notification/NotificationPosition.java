package io.slotkeeper.query.notification;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where in the list of notifications a page ended. */
record NotificationPosition(Instant queuedAt, String notificationId) {
  static final NotificationPosition START =
      new NotificationPosition(Instant.parse("9999-12-31T00:00:00Z"), "");

  static NotificationPosition of(NotificationView notification) {
    return new NotificationPosition(notification.queuedAt(), notification.notificationId().value());
  }

  static NotificationPosition read(List<String> parts) {
    var queuedAt = Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS);
    if (queuedAt.isBefore(Instant.EPOCH) || queuedAt.isAfter(START.queuedAt)) {
      throw new IllegalArgumentException("PostgreSQL may not be able to hold this");
    }
    return new NotificationPosition(queuedAt, new NotificationId(parts.get(1)).value());
  }

  List<String> parts() {
    // PostgreSQL keeps microseconds, so nothing is cut off of what was read from it.
    return List.of(
        Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, queuedAt)), notificationId);
  }
}
