package io.slotkeeper.platform.foundation;

import io.slotkeeper.api.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock, the one maker of ids and the one maker of secrets of a service. */
@Configuration(proxyBeanMethods = false)
public class Foundation {
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Secrets secrets() {
    return Secrets.create();
  }

  @Bean
  Ids ids(Clock clock) {
    return new Ids(clock, new SecureRandom());
  }
}
