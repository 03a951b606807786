package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.projection.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A slot that something has happened to.
 *
 * @param end when it ends
 * @param status what the last event left it in; an AVAILABLE one is kept for its version
 * @param bookingId whose it is
 * @param until when a reservation lapses; absent in every other state
 * @param version sequence number of the last event in it
 */
public record TouchedSlot(
    SlotId slotId,
    Instant end,
    SlotStatus status,
    @Nullable BookingId bookingId,
    @Nullable Instant until,
    long version)
    implements Row {

  @Override
  public String id() {
    return slotId.toString();
  }

  /** When it starts. */
  public Instant start() {
    return slotId.start();
  }

  /** Whether it keeps others out at a moment; a reservation that has lapsed does not. */
  public boolean isLive(Instant now) {
    return switch (status) {
      case AVAILABLE -> false;
      case RESERVED -> until != null && now.isBefore(until);
      case BOOKED, BLOCKED -> true;
    };
  }
}
