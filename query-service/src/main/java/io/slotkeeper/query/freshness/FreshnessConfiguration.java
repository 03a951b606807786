package io.slotkeeper.query.freshness;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FreshnessSettings.class)
class FreshnessConfiguration {
  /** After what checks requests as such; long before security, which is at -100. */
  private static final int BEFORE_SECURITY = Ordered.HIGHEST_PRECEDENCE + 1000;

  @Bean
  FilterRegistrationBean<FreshnessFilter> freshnessFilter(
      NeededProjections projections, WantedStates states, Arrivals arrivals, HeldBack heldBack) {
    var registration =
        new FilterRegistrationBean<>(new FreshnessFilter(projections, states, arrivals, heldBack));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }
}
