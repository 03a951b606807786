package io.slotkeeper.api.notification;

/** How far a notification has come; it never goes back down but from {@link #ATTEMPTED}. */
public enum NotificationStatus {
  /** Waits to be sent. */
  QUEUED,
  /** Was given to WhatsApp, whose answer is not known yet. */
  ATTEMPTED,
  /** WhatsApp has taken it. */
  ACCEPTED,
  /** It is on the recipient's phone. */
  DELIVERED,
  /** The recipient has seen it. */
  READ,
  /** It was given up; a later delivery or reading corrects this. */
  FAILED
}
