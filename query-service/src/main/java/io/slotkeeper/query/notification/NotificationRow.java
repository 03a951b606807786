package io.slotkeeper.query.notification;

import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.query.projection.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its last event left it.
 *
 * @param attempts how often it was given to WhatsApp
 * @param version sequence number of the last event in it
 */
record NotificationRow(
    String id,
    String businessId,
    String bookingId,
    NotificationKind kind,
    Recipient recipient,
    @Nullable String ownerPhone,
    @Nullable Sealed customerPhone,
    NotificationStatus status,
    @Nullable String failureCode,
    @Nullable String failureReason,
    Instant start,
    Instant queuedAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt,
    @Nullable Instant failedAt,
    int attempts,
    long version)
    implements Row {

  static NotificationRow begin(NotificationQueued event, Instant at, long version) {
    return new NotificationRow(
        event.notificationId(),
        event.businessId(),
        event.bookingId(),
        NotificationKind.valueOf(event.kind()),
        Recipient.valueOf(event.recipient()),
        event.ownerPhone(),
        event.customerPhone(),
        NotificationStatus.QUEUED,
        null,
        null,
        event.start(),
        at,
        null,
        null,
        null,
        null,
        null,
        0,
        version);
  }

  NotificationRow attempted(int attempt, Instant at, long version) {
    return in(NotificationStatus.ATTEMPTED, null, null, attempt, at, version);
  }

  NotificationRow failed(String code, @Nullable String reason, Instant at, long version) {
    return in(NotificationStatus.FAILED, code, reason, attempts, at, version);
  }

  /** Whatever comes after a failure shows that it was none. */
  NotificationRow in(NotificationStatus next, Instant at, long version) {
    return in(next, null, null, attempts, at, version);
  }

  private NotificationRow in(
      NotificationStatus next,
      @Nullable String code,
      @Nullable String reason,
      int attempt,
      Instant at,
      long version) {
    return new NotificationRow(
        id,
        businessId,
        bookingId,
        kind,
        recipient,
        ownerPhone,
        customerPhone,
        next,
        code,
        reason,
        start,
        queuedAt,
        next == NotificationStatus.ATTEMPTED ? at : attemptedAt,
        next == NotificationStatus.ACCEPTED ? at : acceptedAt,
        next == NotificationStatus.DELIVERED ? at : deliveredAt,
        next == NotificationStatus.READ ? at : readAt,
        next == NotificationStatus.FAILED ? at : null,
        attempt,
        version);
  }

  @Override
  public String toString() {
    return "NotificationRow[id=%s, status=%s]".formatted(id, status);
  }
}
