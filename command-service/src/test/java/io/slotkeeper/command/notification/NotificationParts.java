package io.slotkeeper.command.notification;

import io.slotkeeper.command.SnapshotFreeRepository;
import io.slotkeeper.command.booking.BookingCustomers;
import io.slotkeeper.command.business.Businesses;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

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
    var repository = new SnapshotFreeRepository<>(Notification.class, axon, locks);
    var desk = new NotificationDesk(repository, new NotificationFacts(businesses, customers));
    new AnnotationCommandHandlerAdapter<>(desk, axon.parameterResolverFactory()).subscribe(bus);
    AggregateAnnotationCommandHandler.<Notification>builder()
        .aggregateType(Notification.class)
        .repository(repository)
        .parameterResolverFactory(axon.parameterResolverFactory())
        .build()
        .subscribe(bus);
  }
}
