package io.slotkeeper.command.notification;

import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.command.AggregateCalls;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Begins notifications. What one occasion has to tell begins in one transaction: most bookings are
 * told to both sides, and both messages are made of the same facts.
 */
@Component
class NotificationDesk {

  private final Repository<Notification> repository;
  private final NotificationFacts facts;

  NotificationDesk(Repository<Notification> repository, NotificationFacts facts) {
    this.repository = repository;
    this.facts = facts;
  }

  @CommandHandler
  void handle(QueueNotifications command) {
    var known = facts.of(command);
    for (var notice : command.notices()) {
      AggregateCalls.loadOrCreate(repository, notice.notificationId().value(), Notification::new)
          .execute(notification -> notification.queue(known.queued(notice)));
    }
  }
}
