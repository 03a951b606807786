package io.slotkeeper.command.notification;

import io.slotkeeper.api.notification.QueueNotifications;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
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
      load(notice.notificationId().value())
          .execute(notification -> notification.queue(known.queued(notice)));
    }
  }

  private Aggregate<Notification> load(String notificationId) {
    try {
      return repository.loadOrCreate(notificationId, Notification::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
