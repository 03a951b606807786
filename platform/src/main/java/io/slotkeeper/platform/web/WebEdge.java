package io.slotkeeper.platform.web;

import io.slotkeeper.platform.deadline.DeadlineConfiguration;
import io.slotkeeper.platform.foundation.Foundation;
import io.slotkeeper.platform.health.HealthConfiguration;
import io.slotkeeper.platform.limit.LimitConfiguration;
import io.slotkeeper.platform.openapi.OpenApiConfiguration;
import io.slotkeeper.platform.problem.ProblemConfiguration;
import io.slotkeeper.platform.security.SecurityConfiguration;
import io.slotkeeper.platform.validation.ValidationConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** The edge that both services share; each imports this one class. */
@Configuration(proxyBeanMethods = false)
@Import({
  Foundation.class,
  DeadlineConfiguration.class,
  ProblemConfiguration.class,
  SecurityConfiguration.class,
  LimitConfiguration.class,
  JsonOnly.class,
  StrictJson.class,
  ReadableBodies.class,
  ValidationConfiguration.class,
  HealthConfiguration.class,
  ApiVersions.class,
  OpenApiConfiguration.class
})
public class WebEdge {
  private static final int AFTER_PROBLEMS = Ordered.HIGHEST_PRECEDENCE + 100;

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ObjectProvider<BodyLimit> limits) {
    var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limits.stream().toList()));
    registration.setOrder(AFTER_PROBLEMS + 1);
    return registration;
  }
}
