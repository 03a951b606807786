package io.slotkeeper.query.calendar;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking as the calendar tells it.
 *
 * @param status by the clock: one that waited too long is expired
 * @param changedAt when it came to be as it is
 * @param version sequence number of its last event
 */
record CalendarEntry(
    String bookingId,
    ResourceId resourceId,
    BookingStatus status,
    Instant start,
    Instant end,
    Sealed customerName,
    Sealed customerPhone,
    @Nullable Sealed note,
    Instant changedAt,
    long version) {
  @Override
  public String toString() {
    return "CalendarEntry[bookingId=%s]".formatted(bookingId);
  }
}
