package io.slotkeeper.api.business;

/** What a business is open for. */
public enum BusinessStatus {
  /** Takes bookings. */
  ACTIVE,
  /** Takes no new bookings; those that it has stay. */
  SUSPENDED,
  /** Is gone for good. */
  CLOSED
}
