package io.slotkeeper.api.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;

/**
 * What a booking has become by a command; the answer to every {@link BookingCommand}.
 *
 * @param version of the booking after the command
 */
public record BookingReceipt(
    BookingId bookingId,
    BookingStatus status,
    SlotId slotId,
    Instant start,
    Instant end,
    long version) {}
