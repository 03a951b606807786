package io.slotkeeper.api.notification;

import io.slotkeeper.api.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a notification. */
public sealed interface NotificationEvent {
  /** The notification that it happened to. */
  String notificationId();

  /** The business that it speaks for. */
  String businessId();

  /**
   * Somebody is to be told. It holds all that the message says, so that it can be sent whatever has
   * changed meanwhile.
   *
   * @param kind a name of {@link NotificationKind}
   * @param recipient a name of {@link Recipient}
   * @param customerId whose booking it is about
   * @param ownerPhone where the owner is told, E.164; absent where the customer is told
   * @param customerPhone where the customer is told; absent where the owner is
   * @param locale BCP 47 tag of the message
   * @param timeZone in which it gives times
   * @param start of the booking that it is about
   * @param until when the booking lapses unless it is confirmed; absent where it does not
   * @param reason what was said by whoever ended the booking
   * @param expiresAt after which it is of no use and is not sent any more
   */
  record NotificationQueued(
      String notificationId,
      String businessId,
      String bookingId,
      String kind,
      String recipient,
      String customerId,
      @Nullable String ownerPhone,
      @Nullable Sealed customerPhone,
      String locale,
      String timeZone,
      String businessName,
      String resourceName,
      Sealed customerName,
      Instant start,
      @Nullable Instant until,
      @Nullable Sealed reason,
      Instant expiresAt)
      implements NotificationEvent {
    @Override
    public String toString() {
      return "NotificationQueued[notificationId=%s, bookingId=%s, kind=%s]"
          .formatted(notificationId, bookingId, kind);
    }
  }

  /**
   * It is about to be given to WhatsApp. Written before the request goes out, so that a crash
   * leaves a trace.
   *
   * @param attempt counted from 1
   */
  record NotificationAttempted(String notificationId, String businessId, int attempt)
      implements NotificationEvent {}

  /**
   * WhatsApp has not taken it, which is certain; it is tried again later.
   *
   * @param code why, Meta's number or a word of ours
   */
  record NotificationPostponed(String notificationId, String businessId, String code)
      implements NotificationEvent {}

  /**
   * WhatsApp has taken it.
   *
   * @param messageId Meta's name for the message
   */
  record NotificationAccepted(String notificationId, String businessId, String messageId)
      implements NotificationEvent {}

  /** It is on the recipient's phone. */
  record NotificationDelivered(String notificationId, String businessId)
      implements NotificationEvent {}

  /** The recipient has seen it. */
  record NotificationRead(String notificationId, String businessId) implements NotificationEvent {}

  /**
   * It was given up.
   *
   * @param code why, Meta's number or a word of ours such as {@code expired}
   * @param reason in words, never personal
   */
  record NotificationFailed(
      String notificationId, String businessId, String code, @Nullable String reason)
      implements NotificationEvent {}
}
