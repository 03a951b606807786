package io.slotkeeper.api.notification;

import io.slotkeeper.api.BusinessId;
import org.jspecify.annotations.Nullable;

/** What can be asked about notifications. */
public sealed interface NotificationQuery {
  /**
   * What a business told, or was told, newest first. Answer: a {@link NotificationPage}.
   *
   * @param status one status; absent for all
   * @param limit 1 to 200
   * @param cursor of an earlier page of the same question
   */
  record FindNotifications(
      BusinessId businessId,
      @Nullable NotificationStatus status,
      int limit,
      @Nullable String cursor)
      implements NotificationQuery {}
}
