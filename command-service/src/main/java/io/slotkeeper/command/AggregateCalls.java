package io.slotkeeper.command;

import java.util.concurrent.Callable;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** How a desk comes to one of its aggregates, and passes a command on to it. */
public final class AggregateCalls {

  private AggregateCalls() {}

  /** One that may not have begun; its constructor must not throw a checked exception. */
  public static <T> Aggregate<T> loadOrCreate(
      Repository<T> repository, String id, Callable<T> make) {
    try {
      return repository.loadOrCreate(id, make);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A new aggregate threw a checked exception", e);
    }
  }

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
