package io.slotkeeper.command.notification;

import static io.slotkeeper.api.notification.NotificationStatus.ACCEPTED;
import static io.slotkeeper.api.notification.NotificationStatus.ATTEMPTED;
import static io.slotkeeper.api.notification.NotificationStatus.DELIVERED;
import static io.slotkeeper.api.notification.NotificationStatus.FAILED;
import static io.slotkeeper.api.notification.NotificationStatus.QUEUED;
import static io.slotkeeper.api.notification.NotificationStatus.READ;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.slotkeeper.api.notification.AttemptAnswer;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationCommand.AcceptNotification;
import io.slotkeeper.api.notification.NotificationCommand.AttemptNotification;
import io.slotkeeper.api.notification.NotificationCommand.FailNotification;
import io.slotkeeper.api.notification.NotificationCommand.PostponeNotification;
import io.slotkeeper.api.notification.NotificationCommand.ReportNotification;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Decides for one notification. It goes up and never down, whatever order reports come in; only an
 * attempt that certainly failed puts it back into the queue.
 */
@Aggregate(type = "Notification", repository = "notificationRepository")
class Notification {

  @AggregateIdentifier private @Nullable String notificationId;
  private String businessId = "";
  private NotificationStatus status = QUEUED;
  private NotificationKind kind = NotificationKind.REMINDER;
  private Instant expiresAt = Instant.MIN;
  private Instant attemptedAt = Instant.MIN;
  private int attempts;
  private boolean repeated;
  private boolean asTemplate;
  private @Nullable String messageId;

  /** Begins it, where it has not begun. */
  void queue(NotificationQueued event) {
    if (notificationId == null) {
      apply(event);
    }
  }

  @CommandHandler
  AttemptAnswer handle(AttemptNotification command, WhatsAppSettings settings, Clock clock) {
    var now = clock.instant();
    return switch (status) {
      case QUEUED -> attempt(now, NotificationCode.EXPIRED);
      case ATTEMPTED -> attemptAgain(now, attemptedAt.plus(settings.longestDoubt()));
      case ACCEPTED, DELIVERED, READ, FAILED -> new AttemptAnswer.Done();
    };
  }

  private AttemptAnswer attemptAgain(Instant now, Instant doubtEnds) {
    if (now.isBefore(doubtEnds)) {
      return new AttemptAnswer.Wait(doubtEnds);
    }
    if (repeated || !kind.isRepeatable()) {
      return fail(NotificationCode.OUTCOME_UNKNOWN);
    }
    return attempt(now, NotificationCode.OUTCOME_UNKNOWN);
  }

  private AttemptAnswer attempt(Instant now, String codeIfTooLate) {
    if (!now.isBefore(expiresAt)) {
      return fail(codeIfTooLate);
    }
    apply(new NotificationAttempted(id(), businessId, attempts + 1));
    return new AttemptAnswer.Send(attempts, asTemplate);
  }

  private AttemptAnswer fail(String code) {
    apply(new NotificationFailed(id(), businessId, code, null));
    return new AttemptAnswer.Done();
  }

  @CommandHandler
  void handle(PostponeNotification command) {
    if (status == ATTEMPTED) {
      apply(new NotificationPostponed(id(), businessId, command.code()));
    }
  }

  @CommandHandler
  void handle(FailNotification command) {
    if (status == QUEUED || status == ATTEMPTED) {
      apply(new NotificationFailed(id(), businessId, command.code(), command.reason()));
    }
  }

  @CommandHandler
  void handle(AcceptNotification command) {
    accept(command.messageId());
  }

  @CommandHandler
  void handle(ReportNotification command) {
    switch (command.status()) {
      case QUEUED, ATTEMPTED -> {}
      case ACCEPTED -> accept(command.messageId());
      case DELIVERED -> {
        accept(command.messageId());
        if (status != DELIVERED && status != READ) {
          apply(new NotificationDelivered(id(), businessId));
        }
      }
      case READ -> {
        accept(command.messageId());
        if (status != READ) {
          apply(new NotificationRead(id(), businessId));
        }
      }
      case FAILED -> reportFailure(command.messageId(), String.valueOf(command.code()));
    }
  }

  private void accept(String message) {
    // A message that failed after it was taken may be reported as sent once more.
    boolean isAnEarlierCopy = message.equals(messageId);
    if (!isAnEarlierCopy && (status == QUEUED || status == ATTEMPTED)) {
      apply(new NotificationAccepted(id(), businessId, message));
    }
  }

  private void reportFailure(String message, String code) {
    if (status == ATTEMPTED && messageId == null) {
      // The report was faster than the answer to the request.
      accept(message);
    }
    // An earlier copy may fail after a later one was taken, or while it is sent.
    if (status != ACCEPTED || !message.equals(messageId)) {
      return;
    }
    if (code.equals(NotificationCode.TEMPLATE_NEEDED) && !asTemplate) {
      apply(new NotificationPostponed(id(), businessId, code));
    } else {
      apply(new NotificationFailed(id(), businessId, code, null));
    }
  }

  @EventSourcingHandler
  void on(NotificationEvent event, @Timestamp Instant at) {
    switch (event) {
      case NotificationQueued e -> {
        notificationId = e.notificationId();
        businessId = e.businessId();
        kind = NotificationKind.valueOf(e.kind());
        expiresAt = e.expiresAt();
      }
      case NotificationAttempted e -> {
        repeated = repeated || status == ATTEMPTED;
        status = ATTEMPTED;
        attempts = e.attempt();
        attemptedAt = at;
      }
      case NotificationPostponed e -> {
        status = QUEUED;
        asTemplate = asTemplate || e.code().equals(NotificationCode.TEMPLATE_NEEDED);
      }
      case NotificationAccepted e -> {
        status = ACCEPTED;
        messageId = e.messageId();
      }
      case NotificationDelivered e -> status = DELIVERED;
      case NotificationRead e -> status = READ;
      case NotificationFailed e -> status = FAILED;
    }
  }

  private String id() {
    if (notificationId == null) {
      throw new IllegalStateException("a notification is asked before it is queued");
    }
    return notificationId;
  }
}
