package io.slotkeeper.command.origin;

import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives commands the origin of whoever sends them, and refuses events that have none. */
@Configuration(proxyBeanMethods = false)
class OriginConfiguration {

  /** Axon's own, which it leaves out where there is another. */
  @Bean
  CorrelationDataProvider messageOriginProvider() {
    return new MessageOriginProvider();
  }

  @Bean
  CorrelationDataProvider originPropagation() {
    return new OriginPropagation();
  }

  /** At the gateway and not at the bus: a retry reaches the bus on a thread without an origin. */
  @Bean
  SmartInitializingSingleton originsOfMessages(CommandGateway commands, EventStore events) {
    return () -> {
      commands.registerDispatchInterceptor(sent -> (index, command) -> withOrigin(command));
      events.registerDispatchInterceptor(published -> (index, event) -> requireOrigin(event));
    };
  }

  /** What a saga sends has an origin from the event that the saga handles. */
  private static CommandMessage<?> withOrigin(CommandMessage<?> command) {
    return Origin.of(command.getMetaData()).isPresent()
        ? command
        : CurrentOrigin.get()
            .<CommandMessage<?>>map(origin -> command.andMetaData(origin.metadata()))
            .orElse(command);
  }

  private static EventMessage<?> requireOrigin(EventMessage<?> event) {
    if (Origin.of(event.getMetaData()).isEmpty()) {
      throw new IllegalStateException(
          "An event cannot be appended without an origin: " + event.getPayloadType().getName());
    }
    return event;
  }
}
