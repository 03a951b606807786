package io.slotkeeper.platform.toy;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A ticket that only one may hold. */
@Aggregate
public class Ticket {

  /** Takes the ticket; {@code meanwhile} runs while the aggregate is locked. */
  public record Take(@TargetAggregateIdentifier String ticket, Consumer<String> meanwhile) {
    public Take(String ticket) {
      this(ticket, id -> {});
    }
  }

  /** Applies an event, then fails with a checked exception. */
  public record Spoil(@TargetAggregateIdentifier String ticket) {}

  public record GiveBack(@TargetAggregateIdentifier String ticket, Consumer<String> meanwhile) {}

  /** The rule of this domain. */
  public static final class AlreadyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @AggregateIdentifier @Nullable String id;
  private boolean taken;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Take command) {
    command.meanwhile().accept(command.ticket());
    if (taken) {
      throw new AlreadyTaken();
    }
    AggregateLifecycle.apply(new TicketEvent.Taken(command.ticket(), 1, Toys.NOON));
  }

  @CommandHandler
  void handle(GiveBack command) {
    command.meanwhile().accept(command.ticket());
    AggregateLifecycle.apply(new TicketEvent.Returned(command.ticket()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(Spoil command) throws SQLException {
    AggregateLifecycle.apply(new TicketEvent.Taken(command.ticket(), 1, Toys.NOON));
    throw new SQLException("A checked exception after an event was applied");
  }

  @EventSourcingHandler
  void on(TicketEvent event) {
    id = event.ticket();
    taken = event instanceof TicketEvent.Taken;
  }
}
