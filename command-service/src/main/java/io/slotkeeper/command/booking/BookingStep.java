package io.slotkeeper.command.booking;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.booking.Consent;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The booking's own part of a command, once the business's terms are known. */
sealed interface BookingStep {

  /** Which booking takes the step. */
  BookingId bookingId();

  /**
   * The booking's part of {@code RequestBooking}.
   *
   * @param until when the request lapses unless it is confirmed
   * @param reminders how long before the start the customer is reminded
   */
  record OpenBooking(
      @TargetAggregateIdentifier BookingId bookingId,
      OfferedSlot slot,
      CustomerId customerId,
      Sealed name,
      Sealed phone,
      @Nullable Sealed note,
      Consent consent,
      Approval approval,
      Instant until,
      List<Duration> reminders)
      implements BookingStep {}

  /** The booking's part of {@code RejectBooking}. */
  record DeclineBooking(@TargetAggregateIdentifier BookingId bookingId, @Nullable Sealed reason)
      implements BookingStep {}

  /**
   * The booking's part of {@code CancelBooking}.
   *
   * @param cutOff how long before the start this actor can last cancel
   */
  record CallOffBooking(
      @TargetAggregateIdentifier BookingId bookingId,
      Actor by,
      @Nullable Sealed reason,
      Duration cutOff)
      implements BookingStep {}

  /**
   * The booking's part of {@code RescheduleBooking}.
   *
   * @param until when it lapses unless it is confirmed again; absent where nobody needs to
   * @param cutOff how long before the start this actor can last reschedule
   */
  record MoveBooking(
      @TargetAggregateIdentifier BookingId bookingId,
      Actor by,
      OfferedSlot to,
      @Nullable Instant until,
      Duration cutOff)
      implements BookingStep {}
}
