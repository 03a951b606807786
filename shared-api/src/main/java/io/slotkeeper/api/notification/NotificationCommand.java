package io.slotkeeper.api.notification;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a notification. */
public sealed interface NotificationCommand {
  /** Which notification is asked. */
  NotificationId notificationId();

  /**
   * Tells somebody about a booking, once: one that exists already stays as it is.
   *
   * @param slotId of the booking, as it is to be told
   * @param until when the booking lapses unless it is confirmed; absent where it does not
   * @param expiresAt after which the message is of no use
   */
  record QueueNotification(
      @TargetAggregateIdentifier NotificationId notificationId,
      BookingId bookingId,
      NotificationKind kind,
      Recipient recipient,
      SlotId slotId,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt)
      implements NotificationCommand {}

  /** Asks whether to send it now. Answer: an {@link AttemptAnswer}. */
  record AttemptNotification(@TargetAggregateIdentifier NotificationId notificationId)
      implements NotificationCommand {}

  /**
   * Notes that WhatsApp has certainly not taken it, and why; a code of {@link
   * NotificationCode#TEMPLATE_NEEDED} asks for a template the next time.
   */
  record PostponeNotification(@TargetAggregateIdentifier NotificationId notificationId, String code)
      implements NotificationCommand {}

  /** Gives it up. */
  record FailNotification(
      @TargetAggregateIdentifier NotificationId notificationId,
      String code,
      @Nullable String reason)
      implements NotificationCommand {}

  /** Notes that WhatsApp has taken it. */
  record AcceptNotification(
      @TargetAggregateIdentifier NotificationId notificationId, String messageId)
      implements NotificationCommand {}

  /**
   * Notes what WhatsApp reports of a message, in whatever order that comes.
   *
   * @param status ACCEPTED, DELIVERED, READ or FAILED
   * @param code why it failed; absent for the others
   */
  record ReportNotification(
      @TargetAggregateIdentifier NotificationId notificationId,
      String messageId,
      NotificationStatus status,
      @Nullable String code)
      implements NotificationCommand {}
}
