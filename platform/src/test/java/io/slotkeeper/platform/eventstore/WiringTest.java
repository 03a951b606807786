package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.eventstore.engine.PostgresEventStorageEngine;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.platform.eventstore.wakeup.WakeableEventStore;
import io.slotkeeper.platform.eventstore.wakeup.WakeableStorageEngine;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

class WiringTest {

  private final TestDatabase database = Toys.migrated();

  @Test
  void putsEveryPartInPostgreSql() {
    try (var context = Toys.start(database, ToyApplication.class)) {
      Configuration axon = context.getBean(Configuration.class);
      assertThat(axon.eventStore()).isInstanceOf(WakeableEventStore.class);
      assertThat(axon.getComponent(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
      assertThat(axon.getComponent(TransactionManager.class))
          .isInstanceOf(SpringTransactionManager.class);
      assertThat(axon.eventSerializer()).isInstanceOf(NamedJsonSerializer.class);
      assertThat(context.getBean(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
      assertThat(context.getBean(EventStorageEngine.class))
          .isInstanceOfSatisfying(
              WakeableStorageEngine.class,
              engine ->
                  assertThat(engine.wrapped()).isInstanceOf(PostgresEventStorageEngine.class));
    }
  }

  @Test
  void refusesToStartWhenAxonDoesNotFindTheDataSource() {
    assertThatThrownBy(
            () ->
                Toys.start(
                    database,
                    ToyApplication.class,
                    "spring.autoconfigure.exclude=" + AxonOrderAutoConfiguration.class.getName()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("saga store is absent");
  }

  @Test
  void refusesToStartWithAProcessorThatCommitsEachEvent() {
    assertThatThrownBy(
            () ->
                Toys.start(
                    database,
                    ToyApplication.class,
                    "axon.eventhandling.processors.tickets.batch-size=50"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("axon.eventhandling.processors.tickets lacks mode: pooled");
  }

  @Test
  void givesBothServicesTheSettingsThatAxonNeeds() {
    try (var context = Toys.start(database, ToyApplication.class, "axon.timeout.enabled=true")) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("axon.update-check.disabled")).isEqualTo("true");
      assertThat(environment.getProperty("axon.axonserver.enabled")).isEqualTo("false");
      assertThat(environment.getProperty("axon.timeout.enabled"))
          .as("a service's own setting wins")
          .isEqualTo("true");
      JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForObject("SHOW statement_timeout", String.class)).isEqualTo("30s");
      assertThat(jdbc.queryForObject("SHOW idle_in_transaction_session_timeout", String.class))
          .as("below the gap timeout of 10 s")
          .isEqualTo("9s");
    }
  }

  @Test
  void reportsEventsAndCommandsToTheMonitors() {
    try (var context = Toys.start(database, ToyApplication.class)) {
      context.getBean(EventStore.class).publish(Toys.taken("monitored", 0));
      CommandGateway gateway = context.getBean(CommandGateway.class);
      assertThatThrownBy(() -> gateway.sendAndWait("nobody handles this"))
          .isInstanceOf(NoHandlerForCommandException.class);

      var meters = context.getBean(MeterRegistry.class);
      var appended = meters.get("eventStore.successCounter").tag("payloadType", "ticket.taken");
      assertThat(appended.counter().count()).isEqualTo(1);
      var refused = meters.get("commandBus.failureTimer").tag("payloadType", "String");
      assertThat(refused.timer().count()).isEqualTo(1);
    }
  }
}
