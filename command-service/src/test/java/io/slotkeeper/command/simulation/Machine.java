package io.slotkeeper.command.simulation;

import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.SentCommands;
import io.slotkeeper.command.booking.BookingParts;
import io.slotkeeper.command.business.BusinessParts;
import io.slotkeeper.command.notification.NotificationParts;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
import io.slotkeeper.command.privacy.Customers;
import io.slotkeeper.command.saga.BookingSaga;
import io.slotkeeper.command.saga.SagaCommands;
import io.slotkeeper.command.slot.SlotParts;
import io.slotkeeper.platform.privacy.CustomerKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;

/**
 * One node: what decides, put together by hand and without threads. All that it remembers is lost
 * with it.
 */
final class Machine {

  private static final int CONFLICT_RETRIES = 3;

  final Commands commands;
  final CommandGateway gateway;
  private final Disk disk;
  private final AnnotatedSagaManager<BookingSaga> sagas;

  Machine(
      Disk disk, Clock clock, Customers customers, CustomerKeys keys, WhatsAppSettings settings) {
    this.disk = disk;
    var bus =
        SimpleCommandBus.builder()
            .transactionManager(disk.transactions)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    this.gateway =
        DefaultCommandGateway.builder()
            .commandBus(bus)
            .retryScheduler(
                (command, failure, failures, again) -> {
                  boolean lostARace = failure instanceof ConcurrencyException;
                  if (!lostARace || failures.size() > CONFLICT_RETRIES) {
                    return false;
                  }
                  again.run();
                  return true;
                })
            .build();
    this.commands = SentCommands.through(gateway);
    var axon = axon(disk, clock, settings);
    subscribe(bus, axon, clock, customers, keys);
    this.sagas = sagas(axon);
  }

  private static Configuration axon(Disk disk, Clock clock, WhatsAppSettings settings) {
    return DefaultConfigurer.defaultConfiguration(false)
        .configureSerializer(axon -> disk.serializer)
        .configureEventStore(
            axon -> EmbeddedEventStore.builder().storageEngine(disk.events).build())
        .configureDeadlineManager(axon -> disk.deadlines)
        .registerComponent(Clock.class, axon -> clock)
        .registerComponent(WhatsAppSettings.class, axon -> settings)
        .buildConfiguration();
  }

  private void subscribe(
      SimpleCommandBus bus,
      Configuration axon,
      Clock clock,
      Customers customers,
      CustomerKeys keys) {
    var locks = PessimisticLockFactory.usingDefaults();
    var businesses = BusinessParts.businesses(disk.events);
    var bookings = new BookingParts(axon, locks);
    var slots = SlotParts.of(axon, locks, disk.claims, bookings.holders(), businesses, clock);
    var desks =
        new ArrayList<>(
            bookings.desks(disk.events, businesses, slots.taking(), customers, keys, clock));
    desks.add(slots.desk());
    for (var desk : desks) {
      new AnnotationCommandHandlerAdapter<>(desk, axon.parameterResolverFactory()).subscribe(bus);
    }
    BusinessParts.subscribe(bus, axon, locks);
    NotificationParts.subscribe(bus, axon, locks, businesses, BookingParts.customers(disk.events));
  }

  private AnnotatedSagaManager<BookingSaga> sagas(Configuration axon) {
    var parameters =
        MultiParameterResolverFactory.ordered(
            axon.parameterResolverFactory(),
            new SimpleResourceParameterResolverFactory(List.of(new Detached())));
    var repository =
        AnnotatedSagaRepository.<BookingSaga>builder()
            .sagaType(BookingSaga.class)
            .parameterResolverFactory(parameters)
            .sagaStore(disk.sagas)
            .build();
    return AnnotatedSagaManager.<BookingSaga>builder()
        .sagaType(BookingSaga.class)
        .sagaFactory(BookingSaga::new)
        .parameterResolverFactory(parameters)
        .sagaRepository(repository)
        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
        .build();
  }

  /** Hands the next events to the sagas, in one transaction with how far they are. */
  List<DomainEventMessage<?>> tellSagas(int most) {
    int from = disk.told();
    var log = disk.events.log();
    var batch = List.copyOf(log.subList(from, Math.min(log.size(), from + most)));
    if (batch.isEmpty()) {
      return batch;
    }
    var unitOfWork = new BatchingUnitOfWork<>(batch);
    unitOfWork.start();
    unitOfWork.attachTransaction(disk.transactions);
    unitOfWork.onPrepareCommit(done -> disk.told(from + batch.size()));
    var result =
        unitOfWork.executeWithResult(
            () -> {
              sagas.handle(unitOfWork.getMessage(), Segment.ROOT_SEGMENT);
              return batch;
            });
    if (result.isExceptional()) {
      throw asUnchecked(result.exceptionResult());
    }
    return batch;
  }

  /** Lets a deadline fire; it is noted afterwards that it has, in a transaction of its own. */
  void fire(StoredDeadlines.Due due) {
    var unitOfWork = DefaultUnitOfWork.startAndGet(due.message());
    unitOfWork.attachTransaction(disk.transactions);
    var result =
        unitOfWork.executeWithResult(
            () -> {
              if (sagas.canResolve(due.scope())) {
                sagas.send(due.message(), due.scope());
              }
              return due;
            });
    if (result.isExceptional()) {
      throw asUnchecked(result.exceptionResult());
    }
    disk.deadlines.done(due);
  }

  private RuntimeException asUnchecked(Throwable thrown) {
    if (disk.transactions.hasFailed()) {
      throw new PowerFailure();
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }

  /** Commands in transactions of their own, as those of sagas are. */
  private final class Detached implements SagaCommands {
    @Override
    public void send(QueueNotifications command) {
      sendAlone(command);
    }

    @Override
    public void send(ExpireBooking command) {
      sendAlone(command);
    }

    private void sendAlone(Object command) {
      var outer = CurrentUnitOfWork.get();
      CurrentUnitOfWork.clear(outer);
      try {
        gateway.sendAndWait(command);
      } catch (RuntimeException | Error e) {
        if (disk.transactions.hasFailed()) {
          throw new PowerFailure();
        }
        throw e;
      } finally {
        CurrentUnitOfWork.set(outer);
      }
    }
  }
}
