package io.slotkeeper.api.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody was told, and how far that has come. Personal: for its business only.
 *
 * @param phone of the recipient, E.164
 * @param failure why it was given up; present while it is FAILED
 * @param start of the booking, as it was told
 * @param attemptedAt when it was last given to WhatsApp
 * @param failedAt when it was given up; present while it is FAILED
 * @param attempts how often it was given to WhatsApp
 * @param version of the notification that this shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationView(
    NotificationId notificationId,
    BookingId bookingId,
    NotificationKind kind,
    Recipient recipient,
    String phone,
    NotificationStatus status,
    @Nullable FailureView failure,
    Instant start,
    Instant queuedAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant readAt,
    @Nullable Instant failedAt,
    int attempts,
    long version) {

  /**
   * Why it was given up.
   *
   * @param code Meta's number or a word of ours
   * @param reason in words
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FailureView(String code, @Nullable String reason) {}

  @Override
  public String toString() {
    return "NotificationView[notificationId=%s, kind=%s, status=%s]"
        .formatted(notificationId, kind, status);
  }
}
