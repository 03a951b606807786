package io.slotkeeper.quickstart.architecture.counterexamples.eventhandlerssenddetachedcommands;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.saga.SagaEventHandler;

@Refused
record RemindsInASaga(CommandGateway commands) {
  @SagaEventHandler(associationProperty = "booking")
  void on(String event) {
    commands.sendAndWait(event);
  }
}
