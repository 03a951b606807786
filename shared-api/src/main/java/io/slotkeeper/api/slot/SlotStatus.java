package io.slotkeeper.api.slot;

/** What has become of a slot. */
public enum SlotStatus {
  /** Free. */
  AVAILABLE,
  /** Held for a booking that waits for the owner. */
  RESERVED,
  /** Taken by a confirmed booking. */
  BOOKED,
  /** Kept free of bookings by the owner. */
  BLOCKED
}
