package io.slotkeeper.command.notification.delivery;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.command.notification.chat.ButtonAction;
import io.slotkeeper.command.notification.chat.ButtonTokens;
import io.slotkeeper.command.notification.chat.Contacts;
import io.slotkeeper.command.notification.text.NotificationTexts;
import io.slotkeeper.command.notification.text.Rendered;
import io.slotkeeper.command.notification.whatsapp.Body;
import io.slotkeeper.command.notification.whatsapp.Button;
import io.slotkeeper.command.notification.whatsapp.OutgoingMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Writes the message of a notification: a template to whoever has not written to us within a day,
 * and the same words as ordinary text to whoever has.
 */
@Component
class Messages {

  private final NotificationTexts texts;
  private final ButtonTokens tokens;
  private final Contacts contacts;

  Messages(NotificationTexts texts, ButtonTokens tokens, Contacts contacts) {
    this.texts = texts;
    this.tokens = tokens;
    this.contacts = contacts;
  }

  OutgoingMessage of(Opened opened, boolean asTemplate) {
    var to = opened.to();
    var queued = opened.telling().queued();
    var rendered = texts.render(opened.telling());
    var payloads = payloads(queued, rendered);
    var body =
        asTemplate || !contacts.isWindowOpen(to)
            ? new Body.Template(
                rendered.templateName(), rendered.language(), rendered.parameters(), payloads)
            : ordinary(rendered, payloads);
    return new OutgoingMessage(to, body, queued.notificationId(), null);
  }

  private static Body ordinary(Rendered rendered, List<String> payloads) {
    if (payloads.isEmpty()) {
      return new Body.Text(rendered.text());
    }
    var titles = rendered.buttonTitles();
    return new Body.Buttons(
        rendered.text(),
        IntStream.range(0, titles.size())
            .mapToObj(i -> new Button(payloads.get(i), titles.get(i)))
            .toList());
  }

  /** The two answers to an approval request, in the order of their buttons. */
  private List<String> payloads(NotificationQueued queued, Rendered rendered) {
    var until = queued.until();
    if (rendered.buttonTitles().isEmpty() || until == null) {
      return List.of();
    }
    var bookingId = new BookingId(queued.bookingId());
    return List.of(
        tokens.issue(ButtonAction.APPROVE, bookingId, until),
        tokens.issue(ButtonAction.REJECT, bookingId, until));
  }
}
