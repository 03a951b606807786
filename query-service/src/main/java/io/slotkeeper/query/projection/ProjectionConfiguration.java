package io.slotkeeper.query.projection;

import io.slotkeeper.platform.errors.ErrorReports;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Follows every projection with a processor, and puts aside what cannot be projected. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
class ProjectionConfiguration {

  @Autowired
  void follow(
      EventProcessingConfigurer processing,
      Projections projections,
      DeadLetters letters,
      ObjectProvider<ErrorReports> reports) {
    for (var projection : projections.all()) {
      var name = projection.name();
      var poison = new Poison(name, reports.getIfAvailable(() -> ErrorReports.NONE));
      follow(processing, name, projections.serving(projection), letters.of(name), poison);
    }
  }

  private static void follow(
      EventProcessingConfigurer processing,
      String name,
      EventMessageHandler handler,
      SequencedDeadLetterQueue<EventMessage<?>> letters,
      Poison poison) {
    processing
        .registerEventHandler(configuration -> handler)
        .assignHandlerInstancesMatching(name, handler::equals)
        .registerDeadLetterQueue(name, configuration -> letters)
        .registerDeadLetterPolicy(name, configuration -> poison)
        // Or each event would cost a look into the queue.
        .registerDeadLetteringEventHandlerInvokerConfiguration(
            name, (configuration, invoker) -> invoker.enableSequenceIdentifierCache());
  }
}
