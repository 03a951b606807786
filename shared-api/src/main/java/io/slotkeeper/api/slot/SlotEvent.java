package io.slotkeeper.api.slot;

import java.time.Instant;

/** What happened to a slot. A slot that nothing happened to has no events and is free. */
public sealed interface SlotEvent {
  /** The slot that it happened to. */
  String slotId();

  /** Somebody's booking holds the slot until an instant. */
  record SlotReserved(
      String slotId,
      String businessId,
      String resourceId,
      Instant start,
      Instant end,
      String bookingId,
      Instant until)
      implements SlotEvent {}

  /** The hold became final. */
  record SlotBooked(String slotId, String bookingId) implements SlotEvent {}

  /**
   * The slot is free again.
   *
   * @param reason a name of {@link ReleaseReason}
   */
  record SlotReleased(String slotId, String bookingId, String reason) implements SlotEvent {}

  /** The owner keeps the slot free of bookings. */
  record SlotBlocked(
      String slotId, String businessId, String resourceId, Instant start, Instant end)
      implements SlotEvent {}

  /** The owner gave the slot back. */
  record SlotUnblocked(String slotId) implements SlotEvent {}
}
