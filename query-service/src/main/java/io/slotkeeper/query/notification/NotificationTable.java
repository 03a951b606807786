package io.slotkeeper.query.notification;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationQuery.FindNotifications;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.api.notification.NotificationView;
import io.slotkeeper.api.notification.NotificationView.FailureView;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.privacy.KeyRing;
import io.slotkeeper.query.SealedColumn;
import io.slotkeeper.query.Times;
import io.slotkeeper.query.projection.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.notification}. */
@Component
class NotificationTable {
  static final RowTable<NotificationRow> ROWS =
      RowTable.of("notification", "notification_id", NotificationTable::row)
          .text("business_id", NotificationRow::businessId)
          .text("booking_id", NotificationRow::bookingId)
          .text("kind", NotificationRow::kind)
          .text("recipient", NotificationRow::recipient)
          .text("owner_phone", NotificationRow::ownerPhone)
          .text("customer_phone", row -> SealedColumn.text(row.customerPhone()))
          .text("status", NotificationRow::status)
          .text("failure_code", NotificationRow::failureCode)
          .text("failure_reason", NotificationRow::failureReason)
          .time("start_at", NotificationRow::start)
          .time("queued_at", NotificationRow::queuedAt)
          .time("attempted_at", NotificationRow::attemptedAt)
          .time("accepted_at", NotificationRow::acceptedAt)
          .time("delivered_at", NotificationRow::deliveredAt)
          .time("read_at", NotificationRow::readAt)
          .time("failed_at", NotificationRow::failedAt)
          .number("attempts", NotificationRow::attempts);

  private final JdbcClient jdbc;
  private final CustomerKeys keys;

  NotificationTable(JdbcClient jdbc, CustomerKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** The notifications after a position, newest first. */
  List<NotificationView> find(FindNotifications query, NotificationPosition after) {
    var rows =
        jdbc.sql(
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
            .query(NotificationTable::row)
            .list();
    var ring =
        keys.of(
            rows.stream()
                .flatMap(row -> Optional.ofNullable(row.customerPhone()).stream())
                .toList());
    return rows.stream().map(row -> view(row, ring)).toList();
  }

  private static NotificationView view(NotificationRow row, KeyRing ring) {
    return new NotificationView(
        new NotificationId(row.id()),
        new BookingId(row.bookingId()),
        row.kind(),
        row.recipient(),
        phone(row, ring),
        row.status(),
        failure(row.failureCode(), row.failureReason()),
        row.start(),
        row.queuedAt(),
        row.attemptedAt(),
        row.acceptedAt(),
        row.deliveredAt(),
        row.readAt(),
        row.failedAt(),
        row.attempts(),
        row.version());
  }

  private static String phone(NotificationRow row, KeyRing ring) {
    var ofOwner = row.ownerPhone();
    return ofOwner == null ? ring.open(Objects.requireNonNull(row.customerPhone())) : ofOwner;
  }

  private static @Nullable FailureView failure(@Nullable String code, @Nullable String reason) {
    return code == null ? null : new FailureView(code, reason);
  }

  private static NotificationRow row(ResultSet row, int number) throws SQLException {
    return new NotificationRow(
        row.getString("notification_id"),
        row.getString("business_id"),
        row.getString("booking_id"),
        NotificationKind.valueOf(row.getString("kind")),
        Recipient.valueOf(row.getString("recipient")),
        row.getString("owner_phone"),
        SealedColumn.ofOrNull(row, "customer_phone"),
        NotificationStatus.valueOf(row.getString("status")),
        row.getString("failure_code"),
        row.getString("failure_reason"),
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
}
