package io.slotkeeper.api.booking;

/** How far a booking has come. */
public enum BookingStatus {
  /** Waits for the owner. */
  PENDING,
  /** Is on. */
  CONFIRMED,
  /** The owner said no. Final. */
  REJECTED,
  /** The owner said nothing in time. Final. */
  EXPIRED,
  /** Was called off by one of the two. Final. */
  CANCELLED,
  /** Took place. Final. */
  COMPLETED,
  /** The customer did not come. Final. */
  NO_SHOW;

  /** Whether the booking holds its slot. */
  public boolean isLive() {
    return this == PENDING || this == CONFIRMED;
  }
}
