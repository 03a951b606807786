package io.slotkeeper.command.origin;

import io.slotkeeper.platform.origin.Origin;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message gives to those that are made while it is handled: a command its own origin to its
 * events, an event or a deadline one that follows from it to commands and further deadlines.
 */
final class OriginPropagation implements CorrelationDataProvider {

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    if (message instanceof CommandMessage<?> command) {
      return Origin.of(command.getMetaData()).map(Origin::metadata).orElse(Map.of());
    }
    return message instanceof EventMessage<?> event ? Origin.after(event).metadata() : Map.of();
  }
}
