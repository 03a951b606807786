package io.slotkeeper.command.notification.delivery;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.AttemptAnswer;
import io.slotkeeper.api.notification.NotificationCode;
import io.slotkeeper.api.notification.NotificationCommand;
import io.slotkeeper.api.notification.NotificationCommand.AcceptNotification;
import io.slotkeeper.api.notification.NotificationCommand.AttemptNotification;
import io.slotkeeper.api.notification.NotificationCommand.FailNotification;
import io.slotkeeper.api.notification.NotificationCommand.PostponeNotification;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.command.notification.chat.Contacts;
import io.slotkeeper.command.notification.whatsapp.FailureClass;
import io.slotkeeper.command.notification.whatsapp.NotSent;
import io.slotkeeper.command.notification.whatsapp.OutcomeUnknown;
import io.slotkeeper.command.notification.whatsapp.OutgoingMessage;
import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.tracing.SpanFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one notification and says what becomes of its letter. The notification itself decides
 * whether it is sent, and writes that down before; so a crash at any point leaves either nothing
 * sent, or an attempt whose outcome is in doubt.
 */
@Component
class Delivery {

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  /** Why a letter waits that nothing else holds up. */
  static final String CLOSED = "WhatsApp is closed";

  private static final Duration CHANNEL_CLOSED = Duration.ofSeconds(10);
  private static final Duration CHANNEL_STOPPED = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final int FEW = 3;

  private final Retry noting =
      Retry.of(
          "noting",
          RetryConfig.custom()
              .maxAttempts(6)
              .intervalFunction(IntervalFunction.ofExponentialBackoff(100, 2))
              .build());

  private final CommandGateway commands;
  private final QueuedNotifications notifications;
  private final Recipients recipients;
  private final Messages messages;
  private final WhatsAppClient whatsApp;
  private final Contacts contacts;
  private final SentMessages sent;
  private final WhatsAppSettings settings;
  private final SpanFactory spans;
  private final Clock clock;

  Delivery(
      CommandGateway commands,
      QueuedNotifications notifications,
      Recipients recipients,
      Messages messages,
      WhatsAppClient whatsApp,
      Contacts contacts,
      SentMessages sent,
      WhatsAppSettings settings,
      SpanFactory spans,
      Clock clock) {
    this.commands = commands;
    this.notifications = notifications;
    this.recipients = recipients;
    this.messages = messages;
    this.whatsApp = whatsApp;
    this.contacts = contacts;
    this.sent = sent;
    this.settings = settings;
    this.spans = spans;
    this.clock = clock;
  }

  EnqueueDecision<EventMessage<?>> deliver(DeadLetter<? extends EventMessage<?>> letter) {
    var message = letter.message();
    return spans
        .createChildHandlerSpan(() -> "Delivery.deliver", message)
        .runSupplier(() -> CurrentOrigin.during(Origin.after(message), () -> decide(letter)));
  }

  private EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter) {
    var event = (NotificationEvent) letter.message().getPayload();
    var id = new NotificationId(event.notificationId());
    var queued = notifications.of(id);
    var tries = Tries.of(letter.diagnostics());
    var opened = recipients.open(queued).orElse(null);
    if (opened == null) {
      return notSent(id, NotificationCode.ERASED);
    }
    if (contacts.isStopped(opened.to())) {
      return notSent(id, NotificationCode.STOPPED);
    }
    var now = clock.instant();
    if (!whatsApp.isOpenForBusiness() && now.isBefore(queued.expiresAt())) {
      return again(tries.waitingUntil(now.plus(CHANNEL_CLOSED)), CLOSED);
    }
    AttemptAnswer answer = commands.sendAndWait(new AttemptNotification(id));
    return switch (answer) {
      case AttemptAnswer.Done done -> Decisions.evict();
      case AttemptAnswer.Wait wait -> again(tries.waitingUntil(wait.until()), "outcome in doubt");
      case AttemptAnswer.Send send -> send(id, opened, send.asTemplate(), tries);
    };
  }

  private EnqueueDecision<EventMessage<?>> notSent(NotificationId id, String code) {
    commands.sendAndWait(new FailNotification(id, code, null));
    return Decisions.evict();
  }

  private EnqueueDecision<EventMessage<?>> send(
      NotificationId id, Opened opened, boolean asTemplate, Tries tries) {
    try {
      noteSent(id, whatsApp.send(written(opened, asTemplate)));
      return Decisions.evict();
    } catch (OutcomeUnknown e) {
      return again(
          tries.waitingUntil(clock.instant().plus(settings.longestDoubt())), "outcome in doubt");
    } catch (NotSent e) {
      return notSent(id, e, asTemplate, tries);
    }
  }

  private OutgoingMessage written(Opened opened, boolean asTemplate) {
    try {
      return messages.of(opened, asTemplate);
    } catch (RuntimeException e) {
      // Certainly not sent, which is all that matters to whoever asks what became of it.
      log.warn("A notification cannot be put into words", e);
      throw new NotSent(FailureClass.FEW_TRIES, "not-written");
    }
  }

  /** It is sent: what is written down here is worth several tries. */
  private void noteSent(NotificationId id, String messageId) {
    noting.executeRunnable(() -> commands.sendAndWait(new AcceptNotification(id, messageId)));
    noting.executeRunnable(() -> sent.note(messageId, id));
  }

  private EnqueueDecision<EventMessage<?>> notSent(
      NotificationId id, NotSent failure, boolean wasTemplate, Tries tries) {
    return switch (failure.failureClass()) {
      case TRANSIENT, SLOW_DOWN -> later(id, failure, tries, tries.nextPause());
      case PAIR_LIMIT -> later(id, failure, tries, tries.nextPairPause());
      case CHANNEL_STOPPED -> later(id, failure, tries, CHANNEL_STOPPED);
      case FEW_TRIES ->
          tries.count() + 1 < FEW
              ? later(id, failure, tries, tries.nextPause())
              : giveUp(id, failure);
      case NEEDS_TEMPLATE ->
          wasTemplate ? giveUp(id, failure) : later(id, failure, tries, Duration.ZERO);
      case UNDELIVERABLE, OUR_MISTAKE -> giveUp(id, failure);
    };
  }

  private EnqueueDecision<EventMessage<?>> later(
      NotificationId id, NotSent failure, Tries tries, Duration pause) {
    commands.sendAndWait(new PostponeNotification(id, failure.code()));
    var asked = Objects.requireNonNullElse(failure.retryAfter(), pause);
    var wait = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    return again(tries.failedAt(clock.instant(), wait), failure.code());
  }

  private EnqueueDecision<EventMessage<?>> giveUp(NotificationId id, NotSent failure) {
    NotificationCommand command = new FailNotification(id, failure.code(), failure.getMessage());
    commands.sendAndWait(command);
    return Decisions.evict();
  }

  private static EnqueueDecision<EventMessage<?>> again(Tries tries, String why) {
    return Decisions.requeue(new Postponed(why), letter -> tries.diagnostics());
  }
}
