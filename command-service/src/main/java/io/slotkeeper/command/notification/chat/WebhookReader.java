package io.slotkeeper.command.notification.chat;

import io.slotkeeper.command.notification.chat.Inbound.FromPerson;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import org.axonframework.tracing.SpanFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals with a stored webhook, each of its messages by itself. */
@Component
class WebhookReader {

  private final WebhookParser parser;
  private final Conversation conversation;
  private final DeliveryReports reports;
  private final SpanFactory spans;

  WebhookReader(
      WebhookParser parser, Conversation conversation, DeliveryReports reports, SpanFactory spans) {
    this.parser = parser;
    this.conversation = conversation;
    this.reports = reports;
    this.spans = spans;
  }

  /**
   * Deals with all that can be dealt with; throws where something has to be tried again.
   *
   * @param name of the webhook; each of its messages begins a chain of changes that is named by it
   */
  void read(String name, byte[] body) {
    RuntimeException failure = null;
    int number = 0;
    for (var inbound : parser.parse(body)) {
      number++;
      var origin = origin(inbound, name + "." + number);
      failure = combined(failure, CurrentOrigin.during(origin, () -> failureOf(inbound)));
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static Origin origin(Inbound inbound, String correlation) {
    return switch (inbound) {
      // Who it is will be known where the message is understood.
      case FromPerson message -> new Origin("anyone", "whatsapp:message", correlation);
      case StatusReport report -> new Origin(Origin.SLOTKEEPER, "whatsapp:status", correlation);
    };
  }

  private @Nullable RuntimeException failureOf(Inbound inbound) {
    try {
      switch (inbound) {
        // What somebody writes begins a trace; what is reported belongs to that of the message.
        case FromPerson message ->
            spans.createRootTrace(() -> "WebhookReader.read").run(() -> conversation.hear(message));
        case StatusReport report -> reports.report(report);
      }
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static @Nullable RuntimeException combined(
      @Nullable RuntimeException first, @Nullable RuntimeException next) {
    if (first == null || next == null || first == next) {
      return first == null ? next : first;
    }
    first.addSuppressed(next);
    return first;
  }
}
