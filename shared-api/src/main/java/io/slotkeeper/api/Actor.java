package io.slotkeeper.api;

/** Who asks for something to be done to a booking. */
public enum Actor {
  /** The person who booked. */
  CUSTOMER,
  /** The business that was booked. */
  BUSINESS
}
