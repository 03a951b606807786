package io.slotkeeper.command.notification.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppSettingsTest {
  @Test
  void hasDefaultsForAllButTheAccount() {
    var settings = Accounts.settings(Map.of());

    assertThat(settings.baseUrl()).isEqualTo(URI.create("https://graph.facebook.com"));
    assertThat(settings.apiVersion()).isEqualTo("v25.0");
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.messagesPerSecond()).isEqualTo(80);
    assertThat(settings.retry()).isEqualTo(new WhatsAppSettings.Retry(3, Duration.ofMillis(200)));
    assertThat(settings.breaker())
        .isEqualTo(new WhatsAppSettings.Breaker(5, Duration.ofSeconds(10), 2));
    assertThat(settings.canSend()).isFalse();
  }

  @Test
  void takesEmptyForAbsent() {
    var settings = Accounts.settings(Map.of("phone-number-id", " ", "access-token", ""));

    assertThat(settings.canSend()).isFalse();
    assertThat(settings.accessToken()).isNull();
  }

  @Test
  void saysHowLongSendingMayTake() {
    // Three times 3 and 10 s, and pauses of up to 300 and 600 ms.
    assertThat(Accounts.settings(Map.of()).longestSending()).isEqualTo(Duration.ofMillis(39_900));
    assertThat(
            Accounts.settings(Map.of("retry.attempts", "1", "read-timeout", "60s"))
                .longestSending())
        .isEqualTo(Duration.ofSeconds(63));
  }

  @Test
  void sendsWithANumberAndAToken() {
    assertThat(Accounts.settings(Accounts.GIVEN).canSend()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "phone-number-id, 123, phone-number-id and access-token must be given together",
    "access-token, abc, phone-number-id and access-token must be given together",
    "previous-app-secret, abc, previous-app-secret must come with app-secret",
    "base-url, graph, base-url must be an address",
    "api-version, 25, api-version must look like v25.0",
    "messages-per-second, 0, messages-per-second must be 1 to 1000",
    "connect-timeout, 0s, connect-timeout must be",
    "read-timeout, 0s, read-timeout must be",
    "retry.attempts, 0, retry.attempts must be",
    "retry.first-pause, 0s, retry.first-pause must be",
    "breaker.failures, 0, breaker.failures must be",
    "breaker.open-for, 0s, breaker.open-for must be",
    "breaker.probes, 0, breaker.probes must be"
  })
  void refusesWhatCannotBeMeant(String name, String value, String complaint) {
    assertThatThrownBy(() -> Accounts.settings(Map.of(name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slotkeeper.whatsapp." + complaint);
  }

  @Test
  void refusesANumberInPlaceOfItsId() {
    assertThatThrownBy(
            () ->
                Accounts.settings(Map.of("phone-number-id", "+34600111222", "access-token", "abc")))
        .rootCause()
        .hasMessageContaining("digits only")
        .hasMessageNotContaining("34600111222");
  }

  @Test
  void hidesItsSecrets() {
    var settings = Accounts.settings(Accounts.GIVEN);

    assertThat(settings.toString()).contains("v25.0").doesNotContain("secret", "token-of");
  }
}
