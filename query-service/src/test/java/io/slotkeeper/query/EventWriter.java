package io.slotkeeper.query;

import io.slotkeeper.platform.eventstore.serialization.EventNames;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Stands for the command side: appends events from a context of its own. */
public record EventWriter(ConfigurableApplicationContext context) implements AutoCloseable {
  /** A database with the tables of both services. */
  public static TestDatabase freshDatabase() {
    return TestPostgres.freshDatabase(
        "events and read models",
        database -> {
          migrate(database);
          Flyway.configure()
              .dataSource(database.dataSource())
              .locations("classpath:db/query-service")
              .schemas("query")
              .load()
              .migrate();
        });
  }

  /** Creates the tables of the command side. */
  public static void migrate(TestDatabase database) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:../command-service/src/main/resources/db/command-service")
        .schemas("command")
        .load()
        .migrate();
  }

  public static EventWriter start(TestDatabase database) {
    Map<String, Object> properties = new HashMap<>(database.springProperties());
    properties.put("spring.config.name", "none");
    properties.put("spring.flyway.enabled", false);
    properties.put("slotkeeper.event-store.token-schema", "command");
    return new EventWriter(
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(properties)
            .run());
  }

  /** Appends in one transaction. */
  public void append(List<? extends DomainEventMessage<?>> events) {
    var unitOfWork = DefaultUnitOfWork.startAndGet(null);
    unitOfWork.attachTransaction(context.getBean(TransactionManager.class));
    unitOfWork.execute(() -> context.getBean(EventStore.class).publish(events));
  }

  @Override
  public void close() {
    context.close();
  }

  /** No component, or the scan of the service would find it. */
  @EnableAutoConfiguration
  static class Application {
    @Bean
    EventNames eventNames() {
      return QueryServiceConfiguration.eventNames();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
