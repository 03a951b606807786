package io.slotkeeper.command.notification.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  /** Above what one attempt may take with all its retries, so that nobody else takes it over. */
  private static final Duration CLAIM = Duration.ofSeconds(60);

  private static final Duration BETWEEN_PURGES = Duration.ofHours(6);

  @Bean
  DueLetterStatements dueLetterStatements(
      DeadLetterSchema deadLetterSchema,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      WhatsAppClient whatsApp,
      Clock clock) {
    return new DueLetterStatements(
        deadLetterSchema, serializer, eventSerializer, whatsApp::isOpenForBusiness, clock);
  }

  /**
   * The letters, for those who take them out; the {@link LetterBox} puts them in. Connections do
   * not come from a unit of work: workers send outside any transaction, and each step at the queue
   * is one of its own.
   */
  @Bean
  SequencedDeadLetterQueue<EventMessage<?>> deliveryLetters(
      DataSource dataSource,
      TransactionManager transactionManager,
      DeadLetterSchema deadLetterSchema,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      DueLetterStatements statements) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(DeliveryIntake.GROUP)
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .transactionManager(transactionManager)
        .schema(deadLetterSchema)
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .statementFactory(statements)
        .claimDuration(CLAIM)
        .build();
  }

  @Bean
  RecurringTask<Void> deliveryPurge(ToldBookings told, SentMessages sent) {
    return Tasks.recurring("delivery-purge", FixedDelay.of(BETWEEN_PURGES))
        .execute(
            (purge, context) -> {
              told.forgetOld();
              sent.forgetOld();
            });
  }

  /**
   * From the first event on: what was sent, given up or has expired is left alone by the
   * notification itself, and beginning at the head could miss one that is queued just before.
   */
  @Autowired
  void beginAtTheTail(EventProcessingConfigurer processing) {
    processing.registerPooledStreamingEventProcessorConfiguration(
        DeliveryIntake.GROUP,
        (configuration, builder) ->
            builder
                // The order of letters is that in which one segment puts them into the queue.
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken));
  }
}
