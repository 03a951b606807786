package io.slotkeeper.api.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked about bookings. */
public sealed interface BookingQuery {
  /** One booking. Answer: an optional {@link BookingView}. */
  record FindBooking(BookingId bookingId) implements BookingQuery {}

  /**
   * One booking as it was. Answer: an optional {@link BookingView}, absent where it had not begun.
   *
   * @param asOf not in the future
   */
  record FindPastBooking(BookingId bookingId, Instant asOf) implements BookingQuery {}

  /** What happened to one booking. Answer: an optional {@link BookingHistoryView}. */
  record FindBookingHistory(BookingId bookingId) implements BookingQuery {}

  /**
   * The bookings of a business by start. Answer: a {@link BookingPage}.
   *
   * @param from that start at this instant or later
   * @param to that start before this instant
   * @param status one status, expiry counted; absent for all
   * @param limit 1 to 200
   * @param cursor of an earlier page of the same question
   */
  record FindBookings(
      BusinessId businessId,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable BookingStatus status,
      int limit,
      @Nullable String cursor)
      implements BookingQuery {}
}
