package io.slotkeeper.query.notification;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationQuery.FindNotifications;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.api.notification.NotificationView;
import io.slotkeeper.api.notification.NotificationView.FailureView;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.query.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads notifications, newest first. */
@Component
class NotificationReader {
  private final JdbcClient jdbc;

  NotificationReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<NotificationView> find(FindNotifications query, NotificationPosition after) {
    return jdbc.sql(
            """
            SELECT * FROM query.notification
             WHERE business_id = :business
               AND (queued_at, notification_id) < (:afterQueued, :afterId)
               AND (:status = '' OR status = :status)
             ORDER BY queued_at DESC, notification_id DESC
             LIMIT :limit
            """)
        .param("business", query.businessId().value())
        .param("afterQueued", Times.at(after.queuedAt()))
        .param("afterId", after.notificationId())
        .param("status", query.status() == null ? "" : query.status().name())
        .param("limit", query.limit() + 1)
        .query(NotificationReader::row)
        .list();
  }

  private static NotificationView row(ResultSet row, int number) throws SQLException {
    return new NotificationView(
        new NotificationId(row.getString("notification_id")),
        new BookingId(row.getString("booking_id")),
        NotificationKind.valueOf(row.getString("kind")),
        Recipient.valueOf(row.getString("recipient")),
        row.getString("phone"),
        NotificationStatus.valueOf(row.getString("status")),
        failure(row.getString("failure_code"), row.getString("failure_reason")),
        Times.of(row, "start_at"),
        Times.of(row, "queued_at"),
        Times.ofOrNull(row, "attempted_at"),
        Times.ofOrNull(row, "accepted_at"),
        Times.ofOrNull(row, "delivered_at"),
        Times.ofOrNull(row, "read_at"),
        Times.ofOrNull(row, "failed_at"),
        row.getInt("attempts"),
        row.getLong("version"));
  }

  private static @Nullable FailureView failure(@Nullable String code, @Nullable String reason) {
    return code == null ? null : new FailureView(code, reason);
  }
}
