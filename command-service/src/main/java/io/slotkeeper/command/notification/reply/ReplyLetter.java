package io.slotkeeper.command.notification.reply;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.notification.whatsapp.Body;
import io.slotkeeper.command.notification.whatsapp.Button;
import io.slotkeeper.command.notification.whatsapp.OutgoingMessage;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that waits to be sent.
 *
 * @param buttons below the text; none for most
 * @param expiresAt after which only a template could be sent
 */
record ReplyLetter(
    PhoneNumber to, String text, List<Button> buttons, String inReplyTo, Instant expiresAt) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ReplyLetter of(PhoneNumber to, Body body, String inReplyTo, Instant expiresAt) {
    return switch (body) {
      case Body.Text text -> new ReplyLetter(to, text.text(), List.of(), inReplyTo, expiresAt);
      case Body.Buttons buttons ->
          new ReplyLetter(to, buttons.text(), buttons.buttons(), inReplyTo, expiresAt);
      case Body.Template template -> throw new IllegalArgumentException("an answer is no template");
    };
  }

  static ReplyLetter read(byte[] stored) {
    return JSON.readValue(stored, ReplyLetter.class);
  }

  byte[] write() {
    return JSON.writeValueAsBytes(this);
  }

  OutgoingMessage message() {
    var body = buttons.isEmpty() ? new Body.Text(text) : new Body.Buttons(text, buttons);
    return new OutgoingMessage(to, body, null, inReplyTo);
  }

  @Override
  public String toString() {
    return "ReplyLetter[…]";
  }
}
