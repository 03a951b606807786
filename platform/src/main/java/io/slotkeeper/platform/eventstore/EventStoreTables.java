package io.slotkeeper.platform.eventstore;

import java.lang.management.ManagementFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axon's tables under names with their schema, so that nothing depends on a search path. */
@Configuration(proxyBeanMethods = false)
class EventStoreTables {

  static EventSchema events() {
    return EventSchema.builder()
        .eventTable("command.DomainEventEntry")
        .snapshotTable("command.SnapshotEventEntry")
        .build();
  }

  @Bean
  TokenStore tokenStore(
      ConnectionProvider connectionProvider, Serializer serializer, EventStoreSettings settings) {
    String nodeId = settings.nodeId();
    return JdbcTokenStore.builder()
        .connectionProvider(connectionProvider)
        .serializer(serializer)
        .contentType(byte[].class)
        .schema(TokenSchema.builder().setTokenTable(settings.tokenSchema().table()).build())
        .claimTimeout(settings.tokenClaimTimeout())
        .nodeId(nodeId == null ? ManagementFactory.getRuntimeMXBean().getName() : nodeId)
        .build();
  }

  @Bean
  SagaSqlSchema sagaSqlSchema() {
    PostgresSagaSqlSchema schema =
        new PostgresSagaSqlSchema(
            SagaSchema.builder()
                .sagaEntryTable("command.SagaEntry")
                .associationValueEntryTable("command.AssociationValueEntry")
                .build());
    // The saga store has no version check: two nodes would overwrite each other's saga.
    schema.setExclusiveLoad(true);
    return schema;
  }

  @Bean
  DeadLetterSchema deadLetterSchema() {
    return DeadLetterSchema.builder().deadLetterTable("command.DeadLetterEntry").build();
  }
}
