package io.slotkeeper.query.notification;

import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.Times;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the projection writes to {@code query.notification}; an older version changes nothing. */
@Component
class NotificationTable {
  private final JdbcClient jdbc;

  NotificationTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void save(NotificationQueued event, Instant at, long version) {
    jdbc.sql(
            """
            INSERT INTO query.notification
                   (notification_id, business_id, booking_id, kind, recipient, phone, status,
                    start_at, queued_at, attempts, version)
            VALUES (:id, :business, :booking, :kind, :recipient, :phone, 'QUEUED',
                    :start, :at, 0, :version)
            ON CONFLICT (notification_id) DO NOTHING
            """)
        .param("id", event.notificationId())
        .param("business", event.businessId())
        .param("booking", event.bookingId())
        .param("kind", NotificationKind.valueOf(event.kind()).name())
        .param("recipient", Recipient.valueOf(event.recipient()).name())
        .param("phone", event.phone())
        .param("start", Times.at(event.start()))
        .param("at", Times.at(at))
        .param("version", version)
        .update();
  }

  void save(NotificationAttempted event, Instant at, long version) {
    var id = event.notificationId();
    save(id, NotificationStatus.ATTEMPTED, at, event.attempt(), null, null, version);
  }

  void save(NotificationFailed event, Instant at, long version) {
    var id = event.notificationId();
    save(id, NotificationStatus.FAILED, at, null, event.code(), event.reason(), version);
  }

  void save(String id, NotificationStatus status, Instant at, long version) {
    save(id, status, at, null, null, null, version);
  }

  /** Whatever comes after a failure shows that it was none. */
  private void save(
      String id,
      NotificationStatus status,
      Instant at,
      @Nullable Integer attempt,
      @Nullable String code,
      @Nullable String reason,
      long version) {
    int changed =
        jdbc.sql(
                """
                UPDATE query.notification
                   SET status = :status,
                       attempts = coalesce(:attempt, attempts),
                       attempted_at =
                         CASE :status WHEN 'ATTEMPTED' THEN :at ELSE attempted_at END,
                       accepted_at =
                         CASE :status WHEN 'ACCEPTED' THEN :at ELSE accepted_at END,
                       delivered_at =
                         CASE :status WHEN 'DELIVERED' THEN :at ELSE delivered_at END,
                       read_at = CASE :status WHEN 'READ' THEN :at ELSE read_at END,
                       failed_at = CASE :status WHEN 'FAILED' THEN :at END,
                       failure_code = :code,
                       failure_reason = :reason,
                       version = :version
                 WHERE notification_id = :id AND version < :version
                """)
            .param("id", id)
            .param("status", status.name())
            .param("at", Times.at(at), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("attempt", attempt, Types.INTEGER)
            .param("code", code)
            .param("reason", reason)
            .param("version", version)
            .update();
    if (changed == 0 && !isKnown(id)) {
      throw new ReadModelOutOfStep(id, version);
    }
  }

  private boolean isKnown(String id) {
    return jdbc.sql("SELECT 1 FROM query.notification WHERE notification_id = :id")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
