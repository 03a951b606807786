package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.eventstore.engine.PostgresEventStorageEngine;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.platform.eventstore.wakeup.WakeableEventStore;
import io.slotkeeper.platform.eventstore.wakeup.WakeableStorageEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.EventProcessorProperties.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Refuses to start with parts in memory, which Axon falls back to without an error. */
class WiringCheck implements SmartInitializingSingleton {

  private final ListableBeanFactory beans;
  private final Configuration configuration;

  WiringCheck(ListableBeanFactory beans, Configuration configuration) {
    this.beans = beans;
    this.configuration = configuration;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> faults = new ArrayList<>();
    expect(faults, "event bus", configuration.eventBus(), WakeableEventStore.class);
    EventStorageEngine engine = bean(EventStorageEngine.class);
    expect(faults, "storage engine", engine, WakeableStorageEngine.class);
    if (engine instanceof WakeableStorageEngine wakeable) {
      expect(faults, "wrapped engine", wakeable.wrapped(), PostgresEventStorageEngine.class);
    }
    expect(faults, "token store", bean(TokenStore.class), JdbcTokenStore.class);
    expect(faults, "saga store", bean(SagaStore.class), JdbcSagaStore.class);
    expect(
        faults,
        "transaction manager",
        bean(TransactionManager.class),
        SpringTransactionManager.class);
    expect(faults, "event serializer", configuration.eventSerializer(), NamedJsonSerializer.class);
    expect(faults, "serializer", configuration.serializer(), NamedJsonSerializer.class);
    EventProcessorProperties processors = bean(EventProcessorProperties.class);
    if (processors != null) {
      processors.getProcessors().entrySet().stream()
          .filter(processor -> processor.getValue().getMode() == Mode.TRACKING)
          .forEach(
              processor ->
                  faults.add(
                      "axon.eventhandling.processors.%s lacks mode: pooled"
                          .formatted(processor.getKey())));
    }
    if (!faults.isEmpty()) {
      throw new IllegalStateException("Axon is wired wrongly: " + String.join("; ", faults));
    }
  }

  private <T> @Nullable T bean(Class<T> type) {
    return beans.getBeanProvider(type).getIfAvailable();
  }

  private static void expect(
      List<String> faults, String part, @Nullable Object found, Class<?> expected) {
    if (!expected.isInstance(found)) {
      faults.add(
          "%s is %s, not %s"
              .formatted(
                  part,
                  Objects.toString(found == null ? null : found.getClass().getName(), "absent"),
                  expected.getName()));
    }
  }
}
