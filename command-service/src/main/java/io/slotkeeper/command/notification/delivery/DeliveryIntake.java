package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.command.notification.chat.Contacts;
import java.util.Optional;
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
  private final Recipients recipients;
  private final Contacts contacts;
  private final ToldBookings told;

  DeliveryIntake(
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      QueuedNotifications notifications,
      DeliverySignal signal,
      Recipients recipients,
      Contacts contacts,
      ToldBookings told) {
    this.letters = letters;
    this.notifications = notifications;
    this.signal = signal;
    this.recipients = recipients;
    this.contacts = contacts;
    this.told = told;
  }

  @EventHandler
  void on(NotificationQueued event, EventMessage<NotificationQueued> message) {
    var to = recipients.hold(event);
    to.ifPresent(phone -> told.note(event, phone, message.getTimestamp()));
    enqueue(event, to, message);
  }

  /**
   * One that WhatsApp refused after it had taken it; while it was being sent, its letter is here.
   */
  @EventHandler
  void on(NotificationPostponed event, EventMessage<NotificationPostponed> message) {
    if (event.code().equals(NotificationCode.TEMPLATE_NEEDED)) {
      var queued = notifications.of(new NotificationId(event.notificationId()));
      enqueue(queued, recipients.hold(queued), message);
    }
  }

  /** What is for somebody who was erased meanwhile is given up where the rest is sent. */
  private void enqueue(
      NotificationQueued queued, Optional<PhoneNumber> to, EventMessage<?> message) {
    var sequence = to.map(contacts::nameOf).orElseGet(queued::customerId);
    letters.enqueue(sequence, new GenericDeadLetter<>(sequence, message));
    CurrentUnitOfWork.get().afterCommit(done -> signal.give());
  }
}
