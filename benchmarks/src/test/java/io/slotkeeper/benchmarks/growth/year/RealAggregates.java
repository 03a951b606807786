package io.slotkeeper.benchmarks.growth.year;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.ReflectionUtils;

/** The aggregates of the command service, loaded from a store as it loads them. */
final class RealAggregates {
  private static final Map<String, String> TYPES =
      Map.of(
          "Business", "io.slotkeeper.command.business.Business",
          "Slot", "io.slotkeeper.command.slot.Slot",
          "Booking", "io.slotkeeper.command.booking.Booking",
          "Notification", "io.slotkeeper.command.notification.Notification");

  private final JdbcClient sql;
  private final Map<String, Repository<?>> repositories;

  /** On one connection: to make one for each aggregate takes longer than to load it. */
  RealAggregates(Connection one) {
    var database = new SingleConnectionDataSource(one, true);
    this.sql = JdbcClient.create(database);
    var engine =
        JdbcEventStorageEngine.builder()
            .schema(
                EventSchema.builder()
                    .eventTable("command.DomainEventEntry")
                    .snapshotTable("command.SnapshotEventEntry")
                    .build())
            .dataType(byte[].class)
            .connectionProvider(new DataSourceConnectionProvider(database))
            .transactionManager(NoTransactionManager.instance())
            .snapshotSerializer(Journal.serializer())
            .eventSerializer(Journal.serializer())
            .build();
    var store = EmbeddedEventStore.builder().storageEngine(engine).build();
    this.repositories =
        TYPES.keySet().stream()
            .collect(Collectors.toMap(type -> type, type -> repository(type, store)));
  }

  private static Repository<?> repository(String type, EventStore store) {
    try {
      return EventSourcingRepository.builder(Class.forName(Objects.requireNonNull(TYPES.get(type))))
          .eventStore(store)
          .parameterResolverFactory(
              MultiParameterResolverFactory.ordered(
                  ClasspathParameterResolverFactory.forClass(RealAggregates.class), beans()))
          .build();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What handlers of commands ask for besides; nobody calls them here. */
  private static ParameterResolverFactory beans() {
    var none =
        new ParameterResolver<Object>() {
          @Override
          public Object resolveParameterValue(Message<?> message) {
            throw new UnsupportedOperationException();
          }

          @Override
          public boolean matches(Message<?> message) {
            return true;
          }
        };
    return (executable, parameters, index) ->
        // The first is the message's, those with annotations are Axon's.
        index == 0 || parameters[index].getAnnotations().length > 0 ? null : none;
  }

  List<String> idsOf(String type) {
    return sql.sql(
            "SELECT DISTINCT aggregateIdentifier FROM command.DomainEventEntry WHERE type = ?")
        .param(type)
        .query(String.class)
        .list();
  }

  /** Loads one from all of its events; what a field of it holds then. */
  @Nullable Object field(String type, String id, String field) {
    var unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      return Objects.requireNonNull(repositories.get(type))
          .load(id)
          .invoke(root -> valueOf(root, field));
    } finally {
      unitOfWork.rollback();
    }
  }

  private static @Nullable Object valueOf(Object root, String name) {
    var field = ReflectionUtils.findField(root.getClass(), name);
    if (field == null) {
      throw new IllegalArgumentException(name);
    }
    ReflectionUtils.makeAccessible(field);
    return ReflectionUtils.getField(field, root);
  }
}
