package io.slotkeeper.quickstart.architecture.counterexamples.eventhandlerssenddetachedcommands;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

@Refused
record RemindsInAnEventHandler(CommandGateway commands) {
  @EventHandler
  void on(String event) {
    commands.sendAndWait(event);
  }
}
