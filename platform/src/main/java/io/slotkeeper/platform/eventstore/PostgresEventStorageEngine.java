package io.slotkeeper.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's engine with one statement for each look at what comes after a position, where its own has
 * four or five: a window of positions, the same again until one is empty, whether anything is
 * beyond it, and a transaction around each of these. It takes the next events instead of a window
 * of numbers, and fewer than asked for are all that there are: events are never removed.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

  private final int batchSize;

  private PostgresEventStorageEngine(Builder builder, int batchSize) {
    super(builder);
    this.batchSize = batchSize;
  }

  /**
   * @param builder with everything but the batch size and the transactions
   * @param batchSize events read at a time
   */
  static PostgresEventStorageEngine of(
      Builder builder, int batchSize, TransactionManager transactions) {
    builder
        .transactionManager(new ReadsAlone(transactions))
        .extendedGapCheckEnabled(false)
        .readEventDataWithoutGaps(PostgresEventStorageEngine::after)
        .readEventDataWithGaps(PostgresEventStorageEngine::afterAndIn)
        .finalAggregateBatchPredicate(events -> events.size() < batchSize)
        .batchSize(batchSize);
    return new PostgresEventStorageEngine(builder, batchSize);
  }

  @Override
  protected Stream<? extends TrackedEventData<?>> readEventData(
      @Nullable TrackingToken token, boolean mayBlock) {
    return StreamSupport.stream(new Following(token), false);
  }

  private static PreparedStatement after(
      Connection connection, EventSchema schema, long index, int count) throws SQLException {
    var statement = connection.prepareStatement(next(schema, count));
    statement.setLong(1, index);
    return statement;
  }

  /** Both by the index: one condition for both would read the table from there to its end. */
  private static PreparedStatement afterAndIn(
      Connection connection, EventSchema schema, long index, int count, List<Long> gaps)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            """
            SELECT * FROM (%s) AS next UNION ALL
            SELECT %s FROM %s WHERE %s = ANY ((SELECT ?)::bigint[]) ORDER BY %4$s
            """
                .formatted(
                    next(schema, count),
                    schema.trackedEventFields(),
                    schema.domainEventTable(),
                    schema.globalIndexColumn()));
    statement.setLong(1, index);
    statement.setArray(2, connection.createArrayOf("int8", gaps.toArray()));
    return statement;
  }

  /**
   * What is near the end looks cheaper with its number than without, so PostgreSQL would plan it
   * anew each time, which takes ten times as long as to execute it. In a query of its own the
   * number makes no difference, and the plan is kept.
   */
  private static String next(EventSchema schema, int count) {
    return "SELECT %s FROM %s WHERE %s > (SELECT ?) ORDER BY %3$s LIMIT %d"
        .formatted(
            schema.trackedEventFields(),
            schema.domainEventTable(),
            schema.globalIndexColumn(),
            count);
  }

  /** Everything after a position, a batch at a time. */
  private final class Following extends AbstractSpliterator<TrackedEventData<?>> {

    private @Nullable TrackingToken position;
    private Iterator<? extends TrackedEventData<?>> batch =
        List.<TrackedEventData<?>>of().iterator();
    private boolean isLast;

    Following(@Nullable TrackingToken position) {
      super(Long.MAX_VALUE, NONNULL | ORDERED | DISTINCT);
      this.position = position;
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedEventData<?>> action) {
      if (!batch.hasNext() && !isLast) {
        var read = fetchTrackedEvents(position, batchSize);
        isLast = read.size() < batchSize;
        batch = read.iterator();
      }
      if (!batch.hasNext()) {
        return false;
      }
      var event = batch.next();
      position = event.trackingToken();
      action.accept(event);
      return true;
    }
  }

  /** What is one statement needs no transaction around it. */
  private record ReadsAlone(TransactionManager transactions) implements TransactionManager {

    @Override
    public Transaction startTransaction() {
      return transactions.startTransaction();
    }

    @Override
    public <T> T fetchInTransaction(Supplier<T> statement) {
      return statement.get();
    }
  }
}
