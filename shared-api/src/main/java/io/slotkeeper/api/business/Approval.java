package io.slotkeeper.api.business;

/** Who says yes to a booking. */
public enum Approval {
  /** Nobody needs to: a booking is confirmed when it is made. */
  AUTOMATIC,
  /** The owner, within the approval window; otherwise the booking expires. */
  MANUAL
}
