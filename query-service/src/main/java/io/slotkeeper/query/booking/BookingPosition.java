package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingView;
import java.time.Instant;
import java.util.List;

/** Where in the list of bookings a page ended. */
record BookingPosition(Instant start, String bookingId) {
  static final BookingPosition START = new BookingPosition(Instant.EPOCH, "");

  static BookingPosition of(BookingView booking) {
    return new BookingPosition(booking.start(), booking.bookingId().value());
  }

  static BookingPosition read(List<String> parts) {
    // An int of minutes reaches past the year 6000 and not past what PostgreSQL can hold.
    var start = Instant.ofEpochSecond(Integer.parseInt(parts.get(0)) * 60L);
    return new BookingPosition(start, new BookingId(parts.get(1)).value());
  }

  List<String> parts() {
    return List.of(Long.toString(start.getEpochSecond() / 60), bookingId);
  }
}
