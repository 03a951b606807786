package io.slotkeeper.query.projection;

import io.slotkeeper.query.projection.DeadLettersView.LetterView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The events that projections could not take. Each holds back its own aggregate only, until a
 * repaired projection takes it or somebody gives it up.
 */
@Component
public class DeadLetters {
  private static final DeadLetterSchema SCHEMA =
      DeadLetterSchema.builder().deadLetterTable("query.DeadLetterEntry").build();

  /** What does not fit must not stop the others either. */
  private static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

  private static final int MOST_SHOWN = 500;

  private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues =
      new ConcurrentHashMap<>();
  private final DataSource dataSource;
  private final TransactionManager transactions;
  private final Serializer serializer;
  private final Serializer eventSerializer;
  private final JdbcClient jdbc;
  private final Projections projections;
  private final GivenUp givenUp;

  DeadLetters(
      DataSource dataSource,
      TransactionManager transactions,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      JdbcClient jdbc,
      Projections projections,
      GivenUp givenUp) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.serializer = serializer;
    this.eventSerializer = eventSerializer;
    this.jdbc = jdbc;
    this.projections = projections;
    this.givenUp = givenUp;
  }

  /** The queue of one projection. */
  SequencedDeadLetterQueue<EventMessage<?>> of(String projection) {
    return queues.computeIfAbsent(projection, this::queue);
  }

  /** What waits. */
  public DeadLettersView list() {
    return new DeadLettersView(
        jdbc.sql("SELECT count(*) FROM query.DeadLetterEntry").query(Long.class).single(),
        jdbc.sql(
                """
                SELECT processingGroup, sequenceIdentifier, sequenceIndex, payloadType,
                       sequenceNumber, causeMessage, enqueuedAt
                  FROM query.DeadLetterEntry
                 ORDER BY lastTouched, sequenceIdentifier, sequenceIndex LIMIT :most
                """)
            .param("most", MOST_SHOWN)
            .query(DeadLetters::letter)
            .list());
  }

  /** Gives every aggregate that waits one more chance; how many events are gone. */
  public int retry(String projection) {
    return retry(projection, Long.MAX_VALUE);
  }

  /** The same for at most so many aggregates, those that were left alone for longest. */
  int retry(String projection, long most) {
    var queue = of(projection);
    var handler = projections.serving(projections.named(projection).orElseThrow());
    long before = queue.size();
    // Each try moves its sequence to the end.
    for (long left = Math.min(most, queue.amountOfSequences()); left > 0; left--) {
      queue.process(any -> true, letter -> tried(letter, handler));
    }
    return Math.toIntExact(Math.max(0, before - queue.size()));
  }

  /** Gives up every event of an aggregate that waits; how many there were. */
  public int discard(String projection, String sequence) {
    int discarded = 0;
    for (DeadLetter<? extends EventMessage<?>> letter :
        of(projection).deadLetterSequence(sequence)) {
      givenUp.add(projection, sequence);
      of(projection).evict(letter);
      discarded++;
    }
    return discarded;
  }

  private EnqueueDecision<EventMessage<?>> tried(
      DeadLetter<? extends EventMessage<?>> letter, EventMessageHandler handler) {
    var unitOfWork = DefaultUnitOfWork.startAndGet(letter.message());
    unitOfWork.attachTransaction(transactions);
    var result = unitOfWork.executeWithResult(() -> handler.handle(letter.message()));
    return result.isExceptional()
        ? Decisions.requeue(ThrowableCause.truncated(result.exceptionResult()))
        : Decisions.evict();
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String projection) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(projection)
        // That of units of work would look for one between two letters, where there is none.
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .transactionManager(transactions)
        .schema(SCHEMA)
        .genericSerializer(serializer)
        .eventSerializer(eventSerializer)
        .maxSequences(WITHOUT_LIMIT)
        .maxSequenceSize(WITHOUT_LIMIT)
        .build();
  }

  private static LetterView letter(ResultSet row, int number) throws SQLException {
    return new LetterView(
        row.getString("processingGroup"),
        row.getString("sequenceIdentifier"),
        row.getLong("sequenceIndex"),
        row.getString("payloadType"),
        row.getLong("sequenceNumber"),
        row.getString("causeMessage"),
        Instant.parse(row.getString("enqueuedAt")));
  }
}
