package io.slotkeeper.command.notification.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.slotkeeper.command.notification.text.ChatTexts;
import io.slotkeeper.command.notification.text.NotificationTexts;
import io.slotkeeper.command.privacy.PhoneHashes;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class WiringTest {
  // Nothing connects before the first message.
  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withUserConfiguration(Scan.class)
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(PhoneHashes.class, () -> new PhoneHashes(new byte[32]))
          .withBean(DataSource.class, PGSimpleDataSource::new);

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(basePackageClasses = {WhatsAppClient.class, NotificationTexts.class})
  static class Scan {}

  @Test
  void startsWithoutAnAccountAndWithoutMeters() {
    service.run(
        context -> {
          assertThat(context).hasSingleBean(ChatTexts.class);
          assertThat(context.getBean(WhatsAppClient.class).isOpenForBusiness()).isFalse();
        });
  }

  @Test
  void startsWithAnAccountAndCounts() {
    service
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withPropertyValues(
            "slotkeeper.whatsapp.phone-number-id=1234567890",
            "slotkeeper.whatsapp.access-token=token")
        .run(
            context -> {
              assertThat(context.getBean(WhatsAppClient.class).isOpenForBusiness()).isTrue();
              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("resilience4j.circuitbreaker.state")
                          .tag("name", "whatsapp")
                          .gauges())
                  .isNotEmpty();
            });
  }

  @Test
  void doesNotStartWithHalfAnAccount() {
    service
        .withPropertyValues("slotkeeper.whatsapp.phone-number-id=1234567890")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("access-token must be given together"));
  }
}
