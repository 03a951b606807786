package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** Makes every event processor a pooled one that stops at an error. */
@AutoConfiguration(before = EventProcessingAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
class EventProcessingDefaultsAutoConfiguration {

  @Bean
  EventProcessing eventProcessingModule(EventStoreSettings settings, EventNames names) {
    return new EventProcessing(settings, names);
  }

  @Bean
  SegmentRelease segmentRelease(
      ApplicationContext context, ObjectProvider<EventProcessingConfiguration> processing) {
    return new SegmentRelease(context, processing);
  }
}
