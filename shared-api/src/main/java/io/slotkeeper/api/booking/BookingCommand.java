package io.slotkeeper.api.booking;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a booking. */
public sealed interface BookingCommand {
  /** Which booking is asked. */
  BookingId bookingId();

  /**
   * Asks for a slot that is on offer.
   *
   * @param consentedAt when the customer agreed to be messaged
   */
  record RequestBooking(
      @TargetAggregateIdentifier BookingId bookingId,
      SlotId slotId,
      Customer customer,
      @Nullable String note,
      Instant consentedAt)
      implements BookingCommand {
    @Override
    public String toString() {
      return "RequestBooking[bookingId=%s, slotId=%s]".formatted(bookingId, slotId);
    }
  }

  /** Says yes to a booking that waits. */
  record ConfirmBooking(@TargetAggregateIdentifier BookingId bookingId) implements BookingCommand {}

  /** Says no to a booking that waits. */
  record RejectBooking(@TargetAggregateIdentifier BookingId bookingId, @Nullable String reason)
      implements BookingCommand {
    @Override
    public String toString() {
      return "RejectBooking[bookingId=%s]".formatted(bookingId);
    }
  }

  /** Ends a booking that has waited for its whole approval window. */
  record ExpireBooking(@TargetAggregateIdentifier BookingId bookingId) implements BookingCommand {}

  /** Calls a booking off. */
  record CancelBooking(
      @TargetAggregateIdentifier BookingId bookingId, Actor by, @Nullable String reason)
      implements BookingCommand {
    @Override
    public String toString() {
      return "CancelBooking[bookingId=%s, by=%s]".formatted(bookingId, by);
    }
  }

  /** Moves a confirmed booking to another slot that is on offer. */
  record RescheduleBooking(@TargetAggregateIdentifier BookingId bookingId, Actor by, SlotId slotId)
      implements BookingCommand {}

  /** Notes that the booking took place. */
  record CompleteBooking(@TargetAggregateIdentifier BookingId bookingId)
      implements BookingCommand {}

  /** Notes that the customer did not come. */
  record MarkNoShow(@TargetAggregateIdentifier BookingId bookingId) implements BookingCommand {}
}
