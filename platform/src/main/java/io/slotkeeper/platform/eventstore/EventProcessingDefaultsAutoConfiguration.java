package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.errors.ErrorReports;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Makes every event processor a pooled one that stops at an error. */
@AutoConfiguration(before = EventProcessingAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
class EventProcessingDefaultsAutoConfiguration {

  @Bean
  EventProcessingModule eventProcessingModule(
      EventStoreSettings settings, ObjectProvider<ErrorReports> reports) {
    return new EventProcessing(settings, reports.getIfAvailable(() -> ErrorReports.NONE));
  }
}
