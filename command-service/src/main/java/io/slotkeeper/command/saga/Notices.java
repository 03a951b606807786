package io.slotkeeper.command.saga;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.api.notification.QueueNotifications.Notice;
import io.slotkeeper.api.notification.Recipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told about a booking on one occasion; the same occasion always gives the same ids.
 */
final class Notices {

  private final BookingId bookingId;
  private final SlotId slotId;
  private final String occasion;
  private final List<Notice> notices = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param occasion what of the booking's history it follows from
   */
  Notices(BookingId bookingId, SlotId slotId, String occasion) {
    this.bookingId = bookingId;
    this.slotId = slotId;
    this.occasion = occasion;
  }

  /** And somebody is told this. */
  Notices about(
      NotificationKind kind,
      Recipient recipient,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt) {
    var id = NotificationId.about(bookingId, slotId, occasion, kind, recipient);
    notices.add(new Notice(id, kind, recipient, until, reason, expiresAt));
    return this;
  }

  /** The command that has all of it told. */
  QueueNotifications asCommand() {
    return new QueueNotifications(bookingId, slotId, notices);
  }
}
