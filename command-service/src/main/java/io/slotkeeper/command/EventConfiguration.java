package io.slotkeeper.command;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.time.Clock;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Under which names and at which times events are written down. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

  @Bean
  EventNames eventNames() {
    return EventNames.of(
        EventCatalog.entries().stream()
            .map(entry -> new EventName(entry.name(), entry.revision(), entry.type()))
            .toList());
  }

  /** Axon keeps the clock of its events in a static field. */
  @Bean
  InitializingBean eventsFollowTheClock(Clock clock) {
    return () -> GenericEventMessage.clock = clock;
  }
}
