package io.slotkeeper.query.notification;

import io.slotkeeper.api.notification.NotificationPage;
import io.slotkeeper.api.notification.NotificationQuery.FindNotifications;
import io.slotkeeper.query.Cursor;
import io.slotkeeper.query.Page;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about notifications. */
@Component
class NotificationAnswers {
  private final NotificationTable notifications;

  NotificationAnswers(NotificationTable notifications) {
    this.notifications = notifications;
  }

  @QueryHandler
  NotificationPage answer(FindNotifications query) {
    var cursor = new Cursor("notifications", query.businessId(), query.status());
    var after =
        cursor
            .read(query.cursor(), 2, NotificationPosition::read)
            .orElse(NotificationPosition.START);
    var page = Page.of(notifications.find(query, after), query.limit());
    return new NotificationPage(
        page.items(),
        page.more() ? cursor.write(NotificationPosition.of(page.last()).parts()) : null);
  }
}
