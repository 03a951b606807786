package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.notification.NotificationCommand.ReportNotification;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.command.notification.chat.DeliveryReports;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.tracing.SpanFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells notifications what WhatsApp reports of their messages. What we gave along with a message
 * comes back with most reports, also where we never learned the message's name.
 */
@Component
class Reports implements DeliveryReports {

  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final SentMessages sent;
  private final QueuedNotifications notifications;
  private final CommandGateway commands;
  private final SpanFactory spans;

  Reports(
      SentMessages sent,
      QueuedNotifications notifications,
      CommandGateway commands,
      SpanFactory spans) {
    this.sent = sent;
    this.notifications = notifications;
    this.commands = commands;
    this.spans = spans;
  }

  @Override
  public void report(StatusReport report) {
    var status = status(report.status());
    if (status.isEmpty()) {
      return;
    }
    var notificationId = given(report).or(() -> sent.notificationOf(report.wamid()));
    notificationId.ifPresent(
        id -> tell(new ReportNotification(id, report.wamid(), status.get(), report.errorCode())));
  }

  private void tell(ReportNotification command) {
    notifications
        .event(command.notificationId())
        .ifPresentOrElse(
            queued -> tell(command, queued),
            () -> log.debug("WhatsApp reports on a message that is not ours"));
  }

  private void tell(ReportNotification command, EventMessage<?> queued) {
    var origin = Origin.after(queued).withCause("whatsapp:status");
    spans
        .createChildHandlerSpan(() -> "Reports.report", queued)
        .runSupplier(() -> CurrentOrigin.during(origin, () -> commands.sendAndWait(command)));
  }

  private static Optional<NotificationId> given(StatusReport report) {
    try {
      return Optional.ofNullable(report.callbackData()).map(NotificationId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<NotificationStatus> status(String name) {
    return switch (name) {
      case "sent" -> Optional.of(NotificationStatus.ACCEPTED);
      case "delivered" -> Optional.of(NotificationStatus.DELIVERED);
      case "read", "played" -> Optional.of(NotificationStatus.READ);
      case "failed" -> Optional.of(NotificationStatus.FAILED);
      default -> Optional.empty();
    };
  }
}
