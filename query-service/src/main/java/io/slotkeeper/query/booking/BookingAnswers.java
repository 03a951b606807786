package io.slotkeeper.query.booking;

import io.slotkeeper.api.booking.BookingPage;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingQuery.FindBookings;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.query.Cursor;
import io.slotkeeper.query.Page;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about bookings. */
@Component
class BookingAnswers {
  private final BookingReader bookings;
  private final Clock clock;

  BookingAnswers(BookingReader bookings, Clock clock) {
    this.bookings = bookings;
    this.clock = clock;
  }

  @QueryHandler
  Optional<BookingView> answer(FindBooking query) {
    return bookings.find(query.bookingId(), clock.instant());
  }

  @QueryHandler
  BookingPage answer(FindBookings query) {
    var cursor =
        new Cursor("bookings", query.businessId(), query.from(), query.to(), query.status());
    var after = cursor.read(query.cursor(), 2, BookingPosition::read).orElse(BookingPosition.START);
    var page = Page.of(bookings.find(query, after, clock.instant()), query.limit());
    return new BookingPage(
        page.items(), page.more() ? cursor.write(BookingPosition.of(page.last()).parts()) : null);
  }
}
