package io.slotkeeper.api.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A booking at the moment of the answer: one whose approval window has passed is EXPIRED, whether
 * or not anybody has written that down yet. Personal: for its customer and its business only.
 *
 * @param localStart the start with the offset of the business's zone
 * @param until when it lapses unless it is confirmed; present while it is PENDING
 * @param cancelledBy a name of {@link io.slotkeeper.api.Actor}
 * @param reason what was said when it was rejected or cancelled
 * @param version of the booking that this shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingView(
    BookingId bookingId,
    BusinessId businessId,
    ResourceId resourceId,
    SlotId slotId,
    BookingStatus status,
    Instant start,
    Instant end,
    OffsetDateTime localStart,
    ZoneId timeZone,
    @Nullable Instant until,
    CustomerView customer,
    @Nullable String note,
    @Nullable String cancelledBy,
    @Nullable String reason,
    Instant requestedAt,
    long version) {

  /** Who booked. */
  public record CustomerView(String name, String phone) {}

  @Override
  public String toString() {
    return "BookingView[bookingId=%s, status=%s]".formatted(bookingId, status);
  }
}
