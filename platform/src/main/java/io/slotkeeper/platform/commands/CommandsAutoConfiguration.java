package io.slotkeeper.platform.commands;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The command bus and gateway: one transaction a command, conflicts retried, waiting bounded. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "slotkeeper.event-store.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CommandSettings.class)
class CommandsAutoConfiguration {

  @Bean
  static BoundedLocks boundedLocks() {
    return new BoundedLocks();
  }

  @Bean(BoundedLocks.BEAN)
  LockFactory aggregateLocks(CommandSettings settings) {
    return BoundedLocks.factory(settings.lockTimeout(), settings.lockQueue());
  }

  @Bean
  @Qualifier("localSegment")
  SimpleCommandBus commandBus(
      TransactionManager transactionManager,
      Configuration configuration,
      DuplicateCommandHandlerResolver duplicates) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(transactionManager)
            .duplicateCommandHandlerResolver(duplicates)
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
            .spanFactory(configuration.getComponent(CommandBusSpanFactory.class))
            .build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
    return bus;
  }

  @Bean
  CommandGateway commandGateway(CommandBus commandBus, CommandSettings settings) {
    return new ConflictAwareGateway(
        DefaultCommandGateway.builder()
            .commandBus(commandBus)
            .retryScheduler(
                new ConflictRetry(settings.conflictRetries(), settings.conflictPause())));
  }

  @Bean
  DetachedCommands detachedCommands(
      CommandGateway commandGateway, CommandSettings settings, Configuration configuration) {
    DetachedCommands commands = new DetachedCommands(commandGateway, settings.detached());
    // After the processors that send, and before Axon unsubscribes the handlers of commands.
    configuration.onShutdown(Phase.INBOUND_COMMAND_CONNECTOR, commands::close);
    return commands;
  }
}
