package io.slotkeeper.command.notification.chat;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the webhook needs of {@code slotkeeper.whatsapp.*}. An empty value counts as none.
 *
 * @param appSecret with which Meta signs; without one the webhook takes no messages
 * @param previousAppSecret still good, while Meta goes over to a new one
 * @param verifyToken with which Meta asks whether we want its messages; without one nobody may ask
 * @param phoneNumberId of our number; without one messages to any number are ours
 */
@ConfigurationProperties("slotkeeper.whatsapp")
public record WebhookSettings(
    @Nullable String appSecret,
    @Nullable String previousAppSecret,
    @Nullable String verifyToken,
    @Nullable String phoneNumberId) {

  public WebhookSettings {
    appSecret = given(appSecret);
    previousAppSecret = given(previousAppSecret);
    verifyToken = given(verifyToken);
    phoneNumberId = given(phoneNumberId);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }

  @Override
  public String toString() {
    return "WebhookSettings[…]";
  }
}
