package io.slotkeeper.command.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is told of a booking.
 *
 * @param contact a name for the number
 * @param customerId whose number it is; absent where it is the owner's
 */
record Told(
    String contact,
    String bookingId,
    String recipient,
    String locale,
    Instant start,
    Instant at,
    @Nullable String customerId) {

  static Told by(Letter letter, String contact) {
    var says = letter.says();
    return new Told(
        contact,
        says.bookingId(),
        says.recipient(),
        says.locale(),
        says.start(),
        letter.message().getTimestamp(),
        says.ownerPhone() == null ? says.customerId() : null);
  }

  /** The same for all that the same person is told of the same booking. */
  Key key() {
    return new Key(contact, bookingId, recipient);
  }

  record Key(String contact, String bookingId, String recipient) {}
}
