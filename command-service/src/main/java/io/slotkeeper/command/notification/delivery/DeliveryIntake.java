package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.command.notification.chat.Contacts;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Puts what is to be sent into the queue, in the transaction that moves the token past it. */
@Component
@ProcessingGroup(DeliveryIntake.GROUP)
class DeliveryIntake {

  static final String GROUP = "whatsapp-delivery";

  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final QueuedNotifications notifications;
  private final DeliverySignal signal;
  private final Contacts contacts;
  private final ToldBookings told;

  DeliveryIntake(
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      QueuedNotifications notifications,
      DeliverySignal signal,
      Contacts contacts,
      ToldBookings told) {
    this.letters = letters;
    this.notifications = notifications;
    this.signal = signal;
    this.contacts = contacts;
    this.told = told;
  }

  @EventHandler
  void on(NotificationQueued event, EventMessage<NotificationQueued> message) {
    told.note(event, message.getTimestamp());
    enqueue(event.phone(), message);
  }

  /**
   * One that WhatsApp refused after it had taken it; while it was being sent, its letter is here.
   */
  @EventHandler
  void on(NotificationPostponed event, EventMessage<NotificationPostponed> message) {
    if (event.code().equals(NotificationCode.TEMPLATE_NEEDED)) {
      enqueue(notifications.of(new NotificationId(event.notificationId())).phone(), message);
    }
  }

  private void enqueue(String phone, EventMessage<?> message) {
    var sequence = contacts.nameOf(new PhoneNumber(phone));
    letters.enqueue(sequence, new GenericDeadLetter<>(sequence, message));
    CurrentUnitOfWork.get().afterCommit(done -> signal.give());
  }
}
