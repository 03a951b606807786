package io.slotkeeper.api.notification;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells people about a booking, all of them or nobody, and each once: a notification that exists
 * already stays as it is.
 *
 * @param slotId of the booking, as it is to be told
 */
public record QueueNotifications(BookingId bookingId, SlotId slotId, List<Notice> notices) {

  /** Keeps its own list. */
  public QueueNotifications {
    notices = List.copyOf(notices);
  }

  /**
   * What one of them is told.
   *
   * @param until when the booking lapses unless it is confirmed; absent where it does not
   * @param expiresAt after which the message is of no use
   */
  public record Notice(
      NotificationId notificationId,
      NotificationKind kind,
      Recipient recipient,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt) {}
}
