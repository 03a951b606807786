package io.slotkeeper.platform.eventstore;

import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/** Makes every event processor a pooled one that stops at an error. */
@AutoConfiguration(before = EventProcessingAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
class EventProcessingDefaultsAutoConfiguration {

  @Bean
  EventProcessing eventProcessingModule(EventStoreSettings settings) {
    return new EventProcessing(settings);
  }
}
