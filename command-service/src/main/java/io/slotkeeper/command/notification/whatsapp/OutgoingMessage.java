package io.slotkeeper.command.notification.whatsapp;

import io.slotkeeper.api.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person.
 *
 * @param callbackData comes back with each status of the message: the id of the notification
 * @param inReplyTo Meta's name for the message that it answers
 */
public record OutgoingMessage(
    PhoneNumber to, Body body, @Nullable String callbackData, @Nullable String inReplyTo) {
  /** Personal: says only of what sort it is. */
  @Override
  public String toString() {
    return "OutgoingMessage[%s]".formatted(body);
  }
}
