package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Puts what is to be sent into the queue, in the transaction that moves the token past it. */
@Component
@ProcessingGroup(DeliveryIntake.GROUP)
class DeliveryIntake {

  static final String GROUP = "whatsapp-delivery";

  private static final String BATCH = DeliveryIntake.class.getName();

  private final LetterBox letters;
  private final QueuedNotifications notifications;
  private final DeliverySignal signal;

  DeliveryIntake(LetterBox letters, QueuedNotifications notifications, DeliverySignal signal) {
    this.letters = letters;
    this.notifications = notifications;
    this.signal = signal;
  }

  @EventHandler
  void on(NotificationQueued event, EventMessage<NotificationQueued> message) {
    put(new Letter(event, message));
  }

  /**
   * One that WhatsApp refused after it had taken it; while it was being sent, its letter is here.
   */
  @EventHandler
  void on(NotificationPostponed event, EventMessage<NotificationPostponed> message) {
    if (event.code().equals(NotificationCode.TEMPLATE_NEEDED)) {
      put(new Letter(notifications.of(new NotificationId(event.notificationId())), message));
    }
  }

  /** With the others of its batch: what each needs of the database is asked once for all. */
  private void put(Letter letter) {
    var unitOfWork = CurrentUnitOfWork.get().root();
    unitOfWork.<List<Letter>>getOrComputeResource(BATCH, key -> begin(unitOfWork)).add(letter);
  }

  private List<Letter> begin(UnitOfWork<?> unitOfWork) {
    var batch = new ArrayList<Letter>();
    unitOfWork.onPrepareCommit(ending -> letters.put(batch));
    unitOfWork.afterCommit(done -> batch.forEach(letter -> signal.give()));
    return batch;
  }
}
