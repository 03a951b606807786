package io.slotkeeper.platform.deadline;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Deadlines of requests, and connections that keep them. */
@Configuration(proxyBeanMethods = false)
public class DeadlineConfiguration {
  /**
   * Above the 3 s that a lock may be waited for, and with what an answer needs itself below the 5 s
   * that nobody is to wait longer than.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Bean
  FilterRegistrationBean<DeadlineFilter> deadlineFilter() {
    var registration = new FilterRegistrationBean<>(new DeadlineFilter(PATIENCE));
    // Before everything that asks the database, and after what makes problems of its failures.
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
    return registration;
  }

  @Bean
  static BeanPostProcessor impatientConnections() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool ? new ImpatientDataSource(pool) : bean;
      }
    };
  }
}
