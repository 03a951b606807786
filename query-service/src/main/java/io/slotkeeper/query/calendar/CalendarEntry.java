package io.slotkeeper.query.calendar;

import io.slotkeeper.api.ResourceId;
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
    @Nullable String customerName,
    @Nullable String customerPhone,
    @Nullable String note,
    Instant changedAt,
    long version) {
  @Override
  public String toString() {
    return "CalendarEntry[bookingId=%s]".formatted(bookingId);
  }
}
