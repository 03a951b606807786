package io.slotkeeper.quickstart.architecture.counterexamples.eventhandlerssenddetachedcommands;

import io.slotkeeper.quickstart.architecture.Refused;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.deadline.annotation.DeadlineHandler;

@Refused
record RemindsAtADeadline(CommandBus commands) {
  @DeadlineHandler
  void on(String event) {
    commands.dispatch(GenericCommandMessage.asCommandMessage(event));
  }
}
