package io.slotkeeper.platform.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.privacy.MasterKey;
import io.slotkeeper.platform.problem.ProblemWriter;
import io.slotkeeper.platform.security.Signatures;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to keys. A service adds a bean of {@link IdempotencyTable}, answers its POSTs through
 * {@link IdempotentCall}, and lets {@link IdempotencyKeys#forgetOld()} run now and then.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencySettings.class)
@Import(RepeatedAnswers.class)
public class IdempotencyConfiguration {
  /** After Spring Security, which says who calls. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  IdempotencyKeys idempotencyKeys(
      JdbcOperations database,
      PlatformTransactionManager transactions,
      IdempotencyTable table,
      IdempotencySettings settings,
      MasterKey masterKey,
      Signatures signatures,
      JsonMapper json,
      ProblemWriter problems,
      ObjectProvider<MeterRegistry> meters,
      Clock clock) {
    return new IdempotencyKeys(
        database,
        new TransactionTemplate(transactions),
        table,
        settings,
        masterKey,
        signatures,
        json,
        problems,
        new Outcomes(meters.getIfAvailable()),
        clock);
  }

  @Bean
  FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyKeys keys) {
    var registration = new FilterRegistrationBean<>(new IdempotencyFilter(keys));
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }
}
