package io.slotkeeper.platform.validation;

import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Constraints are checked on every body, and point at names as JSON has them. */
@Configuration(proxyBeanMethods = false)
@Import(ValidatedBodies.class)
public class ValidationConfiguration {
  @Bean
  ValidationConfigurationCustomizer jsonNamesInPaths() {
    return configuration -> {
      if (configuration instanceof BaseHibernateValidatorConfiguration<?> hibernate) {
        hibernate.propertyNodeNameProvider(new JsonNames());
      }
    };
  }
}
