package io.slotkeeper.api.booking;

import io.slotkeeper.api.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a booking. */
public sealed interface BookingEvent {
  /** The booking that it happened to. */
  String bookingId();

  /** The business that was booked. */
  String businessId();

  /**
   * Somebody asked for a slot and holds it.
   *
   * @param until when the request lapses unless it is confirmed
   * @param approval a name of {@link io.slotkeeper.api.business.Approval}; absent as the next
   * @param reminders how long before the start the customer is reminded, ISO 8601 durations; absent
   *     in events from before there were reminders
   */
  record BookingRequested(
      String bookingId,
      String businessId,
      String resourceId,
      String slotId,
      Instant start,
      Instant end,
      Instant until,
      String customerId,
      Sealed customerName,
      Sealed customerPhone,
      @Nullable Sealed note,
      Instant consentAt,
      String consentWords,
      @Nullable String approval,
      @Nullable List<String> reminders)
      implements BookingEvent {
    @Override
    public String toString() {
      return "BookingRequested[bookingId=%s, slotId=%s]".formatted(bookingId, slotId);
    }
  }

  /** It is on. */
  record BookingConfirmed(String bookingId, String businessId) implements BookingEvent {}

  /** The owner said no. */
  record BookingRejected(String bookingId, String businessId, @Nullable Sealed reason)
      implements BookingEvent {}

  /** The owner said nothing in time. */
  record BookingExpired(String bookingId, String businessId) implements BookingEvent {}

  /**
   * It was called off.
   *
   * @param by a name of {@link io.slotkeeper.api.Actor}
   */
  record BookingCancelled(String bookingId, String businessId, String by, @Nullable Sealed reason)
      implements BookingEvent {}

  /**
   * It moved to another slot.
   *
   * @param status CONFIRMED, or PENDING where the owner has to say yes again
   * @param until when it lapses unless it is confirmed; absent where it is confirmed
   * @param by a name of {@link io.slotkeeper.api.Actor}
   */
  record BookingRescheduled(
      String bookingId,
      String businessId,
      String previousSlotId,
      String slotId,
      String resourceId,
      Instant start,
      Instant end,
      String status,
      @Nullable Instant until,
      String by)
      implements BookingEvent {}

  /** It took place. */
  record BookingCompleted(String bookingId, String businessId) implements BookingEvent {}

  /** The customer did not come. */
  record BookingMarkedNoShow(String bookingId, String businessId) implements BookingEvent {}
}
