package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.eventstore.engine.FamilyEvents;
import io.slotkeeper.platform.eventstore.engine.PostgresEventStorageEngine;
import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.platform.eventstore.serialization.TolerantSerializer;
import io.slotkeeper.platform.eventstore.wakeup.ChannelListener;
import io.slotkeeper.platform.eventstore.wakeup.EventNotifier;
import io.slotkeeper.platform.eventstore.wakeup.NotificationConnections;
import io.slotkeeper.platform.eventstore.wakeup.WakeableEventStore;
import io.slotkeeper.platform.eventstore.wakeup.WakeableStorageEngine;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The event store in PostgreSQL. {@code slotkeeper.event-store.enabled=false} leaves it out, for a
 * context that has nothing to do with events.
 */
@AutoConfiguration(
    before = {
      AxonAutoConfiguration.class,
      JdbcAutoConfiguration.class,
      NoOpTransactionAutoConfiguration.class,
      TransactionAutoConfiguration.class
    })
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
@EnableConfigurationProperties(EventStoreSettings.class)
@Import({EventStoreTables.class, WiringCheck.class})
class EventStoreAutoConfiguration {

  /** Before all events, whatever the settings say: PostgreSQL numbers them from 1. */
  private static final TrackingToken BEGINNING = GapAwareTrackingToken.newInstance(0, List.of());

  @Bean
  @Primary
  Serializer serializer(EventNames names) {
    return new NamedJsonSerializer(names);
  }

  @Bean
  PersistenceExceptionResolver persistenceExceptionResolver() {
    return new UniqueViolationResolver();
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
    return new SpringTransactionManager(transactionManager);
  }

  @Bean
  @DependsOnDatabaseInitialization
  WakeableStorageEngine eventStorageEngine(
      EventStoreSettings settings,
      DataSource dataSource,
      EventNames names,
      Configuration configuration,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      PersistenceExceptionResolver persistenceExceptionResolver,
      ConnectionProvider connectionProvider,
      TransactionManager transactionManager) {
    EventStoreSchema.awaitPresent(dataSource);
    JdbcEventStorageEngine.Builder engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(connectionProvider)
            .persistenceExceptionResolver(persistenceExceptionResolver)
            .snapshotSerializer(serializer)
            .snapshotFilter(configuration.snapshotFilter())
            .eventSerializer(new TolerantSerializer(eventSerializer, names))
            .upcasterChain(configuration.upcasterChain());
    return new WakeableStorageEngine(
        PostgresEventStorageEngine.of(
            engine, EventStoreTables.events(), settings, transactionManager),
        names);
  }

  @Bean
  NotificationConnections notificationConnections(JdbcConnectionDetails details) {
    return new NotificationConnections(details);
  }

  @Bean
  EventNotifier eventNotifier(NotificationConnections connections, EventStoreSettings settings) {
    return new EventNotifier(connections, settings.notifyInterval());
  }

  @Bean
  @Qualifier("eventStore")
  WakeableEventStore eventStore(
      WakeableStorageEngine engine,
      EventNotifier notifier,
      EventStoreSettings settings,
      Configuration configuration) {
    EmbeddedEventStore.Builder builder =
        EmbeddedEventStore.builder()
            .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
            .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
            .timeUnit(TimeUnit.MILLISECONDS)
            .fetchDelay(settings.fetchDelay().toMillis());
    return new WakeableEventStore(
        builder, engine, BEGINNING, settings.notifyInterval(), notifier::announce);
  }

  @Bean
  FamilyEvents familyEvents(WakeableEventStore eventStore, WakeableStorageEngine engine) {
    return new FamilyEvents(eventStore, (PostgresEventStorageEngine) engine.wrapped());
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "slotkeeper.event-store.listen", matchIfMissing = true)
  ChannelListener eventListener(
      NotificationConnections connections, WakeableEventStore eventStore) {
    return new ChannelListener(connections, EventNotifier.CHANNEL, "listener", eventStore::wakeUp);
  }
}
