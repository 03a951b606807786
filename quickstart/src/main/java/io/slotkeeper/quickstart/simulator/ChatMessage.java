package io.slotkeeper.quickstart.simulator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of a chat.
 *
 * @param from "business", or the phone
 */
record ChatMessage(
    String messageId,
    String from,
    Kind kind,
    String text,
    List<Button> buttons,
    Instant at,
    Status status,
    @JsonIgnore Optional<String> callbackData) {

  static final String BUSINESS = "business";

  static ChatMessage of(Outgoing message, String messageId, Instant at) {
    return new ChatMessage(
        messageId,
        BUSINESS,
        message.kind(),
        message.text(),
        message.buttons(),
        at,
        Status.ACCEPTED,
        message.callbackData());
  }

  static ChatMessage said(Phone phone, String text, String messageId, Instant at) {
    return new ChatMessage(
        messageId,
        phone.number(),
        Kind.TEXT,
        text,
        List.of(),
        at,
        Status.RECEIVED,
        Optional.empty());
  }

  ChatMessage with(Status next) {
    return new ChatMessage(messageId, from, kind, text, buttons, at, next, callbackData);
  }

  Optional<Button> button(String title) {
    return buttons.stream().filter(button -> button.title().equals(title)).findFirst();
  }
}
