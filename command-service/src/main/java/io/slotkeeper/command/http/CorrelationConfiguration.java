package io.slotkeeper.command.http;

import io.slotkeeper.api.Ids;
import io.slotkeeper.platform.problem.ProblemWriter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CorrelationConfiguration {

  @Bean
  FilterRegistrationBean<CorrelationFilter> correlationFilter(Ids ids, ProblemWriter problems) {
    var registration = new FilterRegistrationBean<>(new CorrelationFilter(ids, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
