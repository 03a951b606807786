package io.slotkeeper.command.booking.http;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Instant;

/**
 * A booking that was just made.
 *
 * @param manageToken the customer's credential for this booking
 */
record BookingMade(
    BookingId bookingId,
    BookingStatus status,
    SlotId slotId,
    Instant start,
    Instant end,
    String manageToken,
    long version) {
  static BookingMade of(BookingReceipt receipt, String manageToken) {
    return new BookingMade(
        receipt.bookingId(),
        receipt.status(),
        receipt.slotId(),
        receipt.start(),
        receipt.end(),
        manageToken,
        receipt.version());
  }

  @Override
  public String toString() {
    return "BookingMade[bookingId=%s]".formatted(bookingId);
  }
}
