package io.slotkeeper.api.notification;

/** What a notification says. */
public enum NotificationKind {
  /** Asks the owner to say yes or no, with a button for each. */
  APPROVAL_REQUEST(true),
  /** Tells the customer that the owner has been asked. */
  REQUEST_RECEIVED(false),
  /** Tells the customer that the booking is on. */
  BOOKING_CONFIRMED(true),
  /** Tells the customer that the owner said no. */
  BOOKING_REJECTED(true),
  /** Tells the customer that the owner said nothing in time. */
  BOOKING_EXPIRED(true),
  /** Tells the customer that the business has called the booking off. */
  BOOKING_CANCELLED(true),
  /** Tells either side that the booking has moved. */
  BOOKING_RESCHEDULED(true),
  /** Reminds the customer. */
  REMINDER(false),
  /** Tells the owner that the customer has called the booking off. */
  BOOKING_CANCELLED_BY_CUSTOMER(true);

  private final boolean repeatable;

  NotificationKind(boolean repeatable) {
    this.repeatable = repeatable;
  }

  /**
   * Whether to send it once more where nobody knows if it was sent: to miss it is worse than to
   * read it twice.
   */
  public boolean isRepeatable() {
    return repeatable;
  }
}
