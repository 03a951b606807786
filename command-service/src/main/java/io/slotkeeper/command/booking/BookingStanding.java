package io.slotkeeper.command.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a booking stands at one moment.
 *
 * @param customer where the customer is told what happens; absent once the customer is erased
 * @param status EXPIRED also where nobody has noted yet that it lapsed
 * @param until when it lapses or has lapsed; absent where it does not wait
 * @param since when it came to this status
 */
public record BookingStanding(
    BookingId bookingId,
    BusinessId businessId,
    @Nullable PhoneNumber customer,
    BookingStatus status,
    Instant start,
    @Nullable Instant until,
    Instant since) {}
