package io.slotkeeper.api.notification;

/** Who is told. */
public enum Recipient {
  /** The person who booked. */
  CUSTOMER,
  /** Whoever answers for the business, on its WhatsApp number. */
  OWNER
}
