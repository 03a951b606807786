package io.slotkeeper.api.notification;

/** Why a notification is not sent, where not Meta's number but a word of ours says so. */
public final class NotificationCode {
  /** Meta's: outside the 24 hours after somebody's last message only a template may be sent. */
  public static final String TEMPLATE_NEEDED = "131047";

  /** It would come too late to be of use. */
  public static final String EXPIRED = "expired";

  /** Nobody knows whether it was sent, and once more would do harm. */
  public static final String OUTCOME_UNKNOWN = "outcome-unknown";

  /** Its recipient wants no messages. */
  public static final String STOPPED = "stopped";

  /** Its recipient was erased. */
  public static final String ERASED = "erased";

  /** The administrator took it out of the queue. */
  public static final String DISCARDED = "discarded";

  private NotificationCode() {}
}
