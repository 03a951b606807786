package io.slotkeeper.query.freshness;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntityTagConfiguration {
  /** Inside of security, whose headers would forbid to keep an answer that has none of its own. */
  private static final int AFTER_SECURITY = 0;

  @Bean
  FilterRegistrationBean<EntityTagFilter> entityTagFilter() {
    var registration = new FilterRegistrationBean<>(new EntityTagFilter());
    registration.setOrder(AFTER_SECURITY);
    return registration;
  }
}
