package io.slotkeeper.query.booking;

import io.slotkeeper.api.booking.BookingHistoryView;
import io.slotkeeper.api.booking.BookingPage;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingQuery.FindBookingHistory;
import io.slotkeeper.api.booking.BookingQuery.FindBookings;
import io.slotkeeper.api.booking.BookingQuery.FindPastBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.query.Parameters;
import io.slotkeeper.query.PathIds;
import io.slotkeeper.query.Questions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has booked what; open to the two who agreed on it, which the rules of access see to. */
@RestController
class BookingController {
  private final Questions questions;
  private final Clock clock;

  BookingController(Questions questions, Clock clock) {
    this.questions = questions;
    this.clock = clock;
  }

  @GetMapping("/api/bookings/{bookingId}")
  BookingView one(
      @PathVariable String bookingId, @RequestParam(required = false) @Nullable String asOf) {
    var id = PathIds.booking(bookingId);
    var parameters = new Parameters();
    var then = parameters.instant("asOf", asOf, clock.instant());
    parameters.require();
    return questions.find(
        then == null ? new FindBooking(id) : new FindPastBooking(id, then), BookingView.class);
  }

  @GetMapping("/api/bookings/{bookingId}/history")
  BookingHistoryView history(@PathVariable String bookingId) {
    return questions.find(
        new FindBookingHistory(PathIds.booking(bookingId)), BookingHistoryView.class);
  }

  @GetMapping("/api/businesses/{businessId}/bookings")
  BookingPage list(
      @PathVariable String businessId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var id = PathIds.business(businessId);
    var parameters = new Parameters();
    var first = parameters.date("from", from);
    var last = parameters.date("to", to);
    if (first != null && last != null && last.isBefore(first)) {
      parameters.refuse("to", "out-of-range", "must not be before from");
    }
    var wanted = parameters.oneOf("status", status, EnumSet.allOf(BookingStatus.class));
    int most = parameters.limit(limit);
    parameters.require();
    var zone = questions.find(new FindBusiness(id), BusinessView.class).timeZone();
    return questions.ask(
        new FindBookings(
            id,
            startOf(first, zone),
            startOf(last == null ? null : last.plusDays(1), zone),
            wanted,
            most,
            cursor),
        BookingPage.class);
  }

  private static @Nullable Instant startOf(@Nullable LocalDate date, ZoneId zone) {
    return date == null ? null : date.atStartOfDay(zone).toInstant();
  }
}
