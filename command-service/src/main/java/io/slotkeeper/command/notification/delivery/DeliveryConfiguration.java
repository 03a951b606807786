package io.slotkeeper.command.notification.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.slotkeeper.command.notification.whatsapp.WhatsAppClient;
import io.slotkeeper.command.notification.whatsapp.WhatsAppSettings;
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

  /** What a letter may take beside its sending, even where the database is slow. */
  private static final Duration BESIDE_SENDING = Duration.ofSeconds(20);

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
   * is one of its own. Nobody else takes over a letter while it may still be sent.
   */
  @Bean
  SequencedDeadLetterQueue<EventMessage<?>> deliveryLetters(
      DataSource dataSource,
      TransactionManager transactionManager,
      DeadLetterSchema deadLetterSchema,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      DueLetterStatements statements,
      WhatsAppSettings whatsApp) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(DeliveryIntake.GROUP)
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .transactionManager(transactionManager)
        .schema(deadLetterSchema)
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .statementFactory(statements)
        .claimDuration(whatsApp.longestSending().plus(BESIDE_SENDING))
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
