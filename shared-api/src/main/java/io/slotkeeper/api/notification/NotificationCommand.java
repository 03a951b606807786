package io.slotkeeper.api.notification;

import io.slotkeeper.api.NotificationId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a notification, once there is one: see {@link QueueNotifications}. */
public sealed interface NotificationCommand {
  /** Which notification is asked. */
  NotificationId notificationId();

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
