package io.slotkeeper.command.notification.whatsapp;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class Accounts {
  static final String TOKEN = "token-of-the-system-user";
  static final Map<String, String> GIVEN =
      Map.of(
          "phone-number-id", "1234567890",
          "access-token", TOKEN,
          "app-secret", "the-app-secret",
          "previous-app-secret", "the-former-secret",
          "verify-token", "the-verify-secret");

  private Accounts() {}

  static WhatsAppSettings settings(Map<String, String> given) {
    var properties = new HashMap<String, String>();
    given.forEach((name, value) -> properties.put("slotkeeper.whatsapp." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("slotkeeper.whatsapp", WhatsAppSettings.class);
  }
}
