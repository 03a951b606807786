package io.slotkeeper.api.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a slot can be asked. Its answer is the version that the slot then has. */
public sealed interface SlotCommand {
  /** Which slot is asked. */
  SlotId slotId();

  /**
   * Holds the slot for a booking.
   *
   * @param end when the slot ends
   * @param until when the hold lapses unless the slot is booked
   */
  record ReserveSlot(
      @TargetAggregateIdentifier SlotId slotId, Instant end, BookingId bookingId, Instant until)
      implements SlotCommand {}

  /** Makes a hold final. */
  record BookSlot(@TargetAggregateIdentifier SlotId slotId, BookingId bookingId)
      implements SlotCommand {}

  /** Frees the slot from the booking that holds it. */
  record ReleaseSlot(
      @TargetAggregateIdentifier SlotId slotId, BookingId bookingId, ReleaseReason reason)
      implements SlotCommand {}

  /**
   * What the owner may ask of a slot; the rest is asked by a booking, together with its own part.
   */
  sealed interface ByOwner extends SlotCommand {}

  /** Keeps the slot free of bookings. */
  record BlockSlot(@TargetAggregateIdentifier SlotId slotId) implements ByOwner {}

  /** Gives a blocked slot back. */
  record UnblockSlot(@TargetAggregateIdentifier SlotId slotId) implements ByOwner {}
}
