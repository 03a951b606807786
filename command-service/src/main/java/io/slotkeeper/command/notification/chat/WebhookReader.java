package io.slotkeeper.command.notification.chat;

import io.slotkeeper.command.notification.chat.Inbound.FromPerson;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals with a stored webhook, each of its messages by itself. */
@Component
class WebhookReader {

  private final WebhookParser parser;
  private final Conversation conversation;
  private final DeliveryReports reports;

  WebhookReader(WebhookParser parser, Conversation conversation, DeliveryReports reports) {
    this.parser = parser;
    this.conversation = conversation;
    this.reports = reports;
  }

  /** Deals with all that can be dealt with; throws where something has to be tried again. */
  void read(byte[] body) {
    RuntimeException failure = null;
    for (var inbound : parser.parse(body)) {
      failure = combined(failure, failureOf(inbound));
    }
    if (failure != null) {
      throw failure;
    }
  }

  private @Nullable RuntimeException failureOf(Inbound inbound) {
    try {
      switch (inbound) {
        case FromPerson message -> conversation.hear(message);
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
