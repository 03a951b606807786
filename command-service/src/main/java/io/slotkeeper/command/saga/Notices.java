package io.slotkeeper.command.saga;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.notification.NotificationCommand.QueueNotification;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told about a booking on one occasion; the same occasion always gives the same ids.
 *
 * @param occasion what of the booking's history it follows from
 */
record Notices(BookingId bookingId, SlotId slotId, String occasion) {

  QueueNotification about(
      NotificationKind kind,
      Recipient recipient,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt) {
    return new QueueNotification(
        NotificationId.about(bookingId, slotId, occasion, kind, recipient),
        bookingId,
        kind,
        recipient,
        slotId,
        until,
        reason,
        expiresAt);
  }
}
