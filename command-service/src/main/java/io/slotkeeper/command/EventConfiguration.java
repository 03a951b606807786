package io.slotkeeper.command;

import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.platform.eventstore.serialization.EventName;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import java.time.Clock;
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

  @Bean
  EventClock eventClock(Clock clock) {
    return new EventClock(clock);
  }
}
