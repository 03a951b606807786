package io.slotkeeper.platform.errors.sentry;

import io.sentry.spring.boot4.SentryProperties;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Sentry's settings, {@code sentry.*}, and nothing of its wiring, which looks into requests.
 * Without a DSN nothing of it is there.
 */
@AutoConfiguration
@ConditionalOnExpression("!'${sentry.dsn:}'.isBlank()")
@EnableConfigurationProperties(SentryProperties.class)
class SentryReportsAutoConfiguration {

  @Bean
  SentryReports errorReports(SentryProperties settings, Clock clock) {
    settings.setBeforeSend(new ScrubbedEvents());
    settings.setSendDefaultPii(false);
    settings.setSendClientReports(false);
    settings.setAttachThreads(false);
    settings.addInAppInclude("io.slotkeeper");
    return new SentryReports(settings, new Allowance(clock));
  }
}
