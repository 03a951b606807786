package io.slotkeeper.command.notification;

import io.slotkeeper.command.booking.BookingCustomers;
import io.slotkeeper.command.business.Businesses;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;

/** What decides about notifications, put together without Spring. */
public final class NotificationParts {

  private NotificationParts() {}

  /** Lets the notifications handle their commands. */
  public static void subscribe(
      CommandBus bus,
      Configuration axon,
      LockFactory locks,
      Businesses businesses,
      BookingCustomers customers) {
    var facts = new NotificationFacts(businesses, customers);
    var parameters =
        MultiParameterResolverFactory.ordered(
            axon.parameterResolverFactory(),
            new SimpleResourceParameterResolverFactory(List.of(facts)));
    Repository<Notification> repository =
        EventSourcingRepository.builder(Notification.class)
            .eventStore(axon.eventStore())
            .lockFactory(locks)
            .parameterResolverFactory(parameters)
            .build();
    AggregateAnnotationCommandHandler.<Notification>builder()
        .aggregateType(Notification.class)
        .repository(repository)
        .parameterResolverFactory(parameters)
        .build()
        .subscribe(bus);
  }
}
