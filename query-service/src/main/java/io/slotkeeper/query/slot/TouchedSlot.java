package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that something has happened to.
 *
 * @param until when a reservation lapses; absent in every other state
 */
record TouchedSlot(
    SlotId slotId,
    Instant end,
    SlotStatus status,
    @Nullable BookingId bookingId,
    @Nullable Instant until) {

  Instant start() {
    return slotId.start();
  }

  /** Whether it keeps others out at a moment; a reservation that has lapsed does not. */
  boolean isLive(Instant now) {
    return switch (status) {
      case AVAILABLE -> false;
      case RESERVED -> until != null && now.isBefore(until);
      case BOOKED, BLOCKED -> true;
    };
  }
}
