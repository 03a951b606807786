package io.slotkeeper.command.notification.chat;

import org.jspecify.annotations.Nullable;

/**
 * What the webhook needs of {@code slotkeeper.whatsapp.*}.
 *
 * @param appSecret with which Meta signs; without one the webhook takes no messages
 * @param previousAppSecret still good, while Meta goes over to a new one
 * @param verifyToken with which Meta asks whether we want its messages; without one nobody may ask
 * @param phoneNumberId of our number; without one messages to any number are ours
 */
public record WebhookSettings(
    @Nullable String appSecret,
    @Nullable String previousAppSecret,
    @Nullable String verifyToken,
    @Nullable String phoneNumberId) {

  @Override
  public String toString() {
    return "WebhookSettings[…]";
  }
}
