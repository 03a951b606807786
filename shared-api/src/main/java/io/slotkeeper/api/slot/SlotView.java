package io.slotkeeper.api.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A slot at the moment of the answer.
 *
 * @param start in UTC
 * @param localStart the same instant with the offset of the business's zone
 * @param timeZone of the business; present where a slot is asked for alone
 * @param bookingId which booking holds it; present for the owner only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlotView(
    SlotId slotId,
    ResourceId resourceId,
    Instant start,
    Instant end,
    OffsetDateTime localStart,
    Status status,
    @Nullable ZoneId timeZone,
    @Nullable BookingId bookingId) {

  /** The same with the zone of its business. */
  public SlotView in(ZoneId zone) {
    return new SlotView(slotId, resourceId, start, end, localStart, status, zone, bookingId);
  }

  /** What a slot is to the caller. */
  public enum Status {
    /** Can be booked now. */
    AVAILABLE,
    /** Cannot be booked now; customers are not told why. */
    UNAVAILABLE,
    /** Owner only: held for a booking that waits for an answer. */
    RESERVED,
    /** Owner only: taken by a confirmed booking. */
    BOOKED,
    /** Owner only: kept free of bookings. */
    BLOCKED
  }
}
