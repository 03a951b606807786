package io.slotkeeper.command.notification.whatsapp;

import io.slotkeeper.platform.health.HealthPart;
import io.slotkeeper.platform.health.Standing;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhatsAppSettings.class)
class WhatsAppConfiguration {
  /** Messages wait as letters meanwhile, and bookings do not wait for messages. */
  @Bean
  static HealthPart whatsAppHealth(WhatsAppClient client) {
    return new HealthPart("whatsapp", Standing.DEGRADED, () -> !client.isAway());
  }
}
