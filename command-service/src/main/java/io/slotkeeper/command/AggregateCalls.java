package io.slotkeeper.command;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Aggregate;

/** How a desk passes a command on to one of its aggregates. */
public final class AggregateCalls {

  private AggregateCalls() {}

  /** Lets the aggregate handle the command in the current unit of work. */
  public static void handle(Aggregate<?> aggregate, Object command) {
    try {
      aggregate.handle(GenericCommandMessage.asCommandMessage(command));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A command handler threw a checked exception", e);
    }
  }
}
