package io.slotkeeper.command;

import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Loads aggregates of which a desk changes several at once. They are not registered with Axon, so
 * no command reaches one of them past its desk. Their streams are short, so it saves the query for
 * a snapshot that Axon makes with every load.
 */
public final class SnapshotFreeRepository<T> extends EventSourcingRepository<T> {

  private final EventStore eventStore;

  /** The repository of one type. */
  public SnapshotFreeRepository(Class<T> type, Configuration axon, LockFactory locks) {
    super(
        EventSourcingRepository.builder(type)
            .eventStore(axon.eventStore())
            .lockFactory(locks)
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(type)));
    this.eventStore = axon.eventStore();
  }

  @Override
  protected DomainEventStream readEvents(String aggregateIdentifier) {
    return eventStore.readEvents(aggregateIdentifier, 0);
  }
}
