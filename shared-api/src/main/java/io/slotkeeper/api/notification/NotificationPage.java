package io.slotkeeper.api.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a business's notifications, newest first.
 *
 * @param nextCursor opaque; given back, it continues after the last one; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationPage(List<NotificationView> notifications, @Nullable String nextCursor) {}
