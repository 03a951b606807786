package io.slotkeeper.command.business;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** What decides about businesses, put together without Spring. */
public final class BusinessParts {

  private BusinessParts() {}

  public static Businesses businesses(EventStorageEngine events) {
    return new Businesses(events);
  }

  /** Lets the businesses handle their commands. */
  public static void subscribe(CommandBus bus, Configuration axon, LockFactory locks) {
    Repository<Business> repository =
        EventSourcingRepository.builder(Business.class)
            .eventStore(axon.eventStore())
            .lockFactory(locks)
            .parameterResolverFactory(axon.parameterResolverFactory())
            .build();
    AggregateAnnotationCommandHandler.<Business>builder()
        .aggregateType(Business.class)
        .repository(repository)
        .parameterResolverFactory(axon.parameterResolverFactory())
        .build()
        .subscribe(bus);
  }
}
