package io.slotkeeper.api.slot;

/** Why a slot became free again. */
public enum ReleaseReason {
  /** The owner said no. */
  REJECTED,
  /** The owner said nothing in time. */
  EXPIRED,
  /** The customer or the business called it off. */
  CANCELLED,
  /** The booking moved to another slot. */
  RESCHEDULED
}
