package io.slotkeeper.platform.eventstore.engine;

import static org.axonframework.common.jdbc.JdbcUtils.executeQuery;

import io.slotkeeper.platform.eventstore.EventStoreSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Axon's engine with one statement for each look at what comes after a position, where its own has
 * four or five: a window of positions, the same again until one is empty, whether anything is
 * beyond it, and a transaction around each of these. It takes the next events instead of a window
 * of numbers, and fewer than asked for are all that there are: events are never removed.
 */
public final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

  /** The default of Axon. */
  private static final int FURTHEST_GAP = 10_000;

  private final EventSchema schema;
  private final EventStoreSettings settings;

  private PostgresEventStorageEngine(
      Builder builder, EventSchema schema, EventStoreSettings settings) {
    super(builder);
    this.schema = schema;
    this.settings = settings;
  }

  /**
   * An engine.
   *
   * @param builder with connections and serializers
   * @param schema the tables
   * @param transactions what appends, and whatever is more than one statement, runs in
   */
  public static PostgresEventStorageEngine of(
      Builder builder,
      EventSchema schema,
      EventStoreSettings settings,
      TransactionManager transactions) {
    int batchSize = settings.batchSize();
    builder
        .schema(schema)
        .dataType(byte[].class)
        .lowestGlobalSequence(settings.lowestGlobalSequence())
        .gapTimeout(Math.toIntExact(settings.gapTimeout().toMillis()))
        .transactionManager(new ReadsAlone(transactions))
        .extendedGapCheckEnabled(false)
        .readEventDataWithoutGaps(TrackingStatements::after)
        .readEventDataWithGaps(TrackingStatements::afterAndIn)
        .finalAggregateBatchPredicate(events -> events.size() < batchSize)
        .batchSize(batchSize);
    return new PostgresEventStorageEngine(builder, schema, settings);
  }

  @Override
  protected Stream<? extends TrackedEventData<?>> readEventData(
      @Nullable TrackingToken token, boolean mayBlock) {
    return StreamSupport.stream(new Following(token), false);
  }

  /**
   * The number up to which nothing is missing that may still come; -1 where it is not among the
   * newest. Three times as old as readers wait for, since clocks of nodes differ.
   */
  long settled() {
    var before = GenericEventMessage.clock.instant().minus(settings.gapTimeout().multipliedBy(3));
    return executeQuery(
        getConnection(),
        connection -> TrackingStatements.newestBefore(connection, schema, before),
        row -> row.next() && row.getObject(1) != null ? row.getLong(1) : -1L,
        e -> new EventStoreException("Failed to find what is settled", e));
  }

  /**
   * Events of some families, of which none may still come that is not there yet.
   *
   * @param upTo a number up to which events are settled
   */
  Stream<? extends TrackedEventMessage<?>> readSettled(
      GapAwareTrackingToken position, long upTo, Collection<String> families) {
    var wanted = families.toArray(String[]::new);
    return EventUtils.upcastAndDeserializeTrackedEvents(
        StreamSupport.stream(
            new SettledEvents(
                position, upTo, settings.batchSize(), (from, to) -> settled(wanted, from, to)),
            false),
        getEventSerializer(),
        upcasterChain);
  }

  private List<TrackedEventData<?>> settled(
      String[] families, GapAwareTrackingToken position, long to) {
    return executeQuery(
        getConnection(),
        connection ->
            TrackingStatements.ofFamilies(
                connection, schema, families, position.getIndex(), to, settings.batchSize()),
        rows -> {
          var read = new ArrayList<TrackedEventData<?>>();
          while (rows.next()) {
            read.add(getTrackedEventData(rows, position));
          }
          return read;
        },
        e -> new EventStoreException("Failed to read settled events", e));
  }

  /** As Axon's, which takes a quarter of a rebuild to parse when each event was stored. */
  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken before) throws SQLException {
    var eventId = row.getString(schema.eventIdentifierColumn());
    var aggregateId = row.getString(schema.aggregateIdentifierColumn());
    var event =
        new EventEntry(
            row.getString(schema.typeColumn()),
            eventId.equals(aggregateId) ? null : aggregateId,
            row.getLong(schema.sequenceNumberColumn()),
            eventId,
            StoredTime.parse(row.getString(schema.timestampColumn())),
            new SimpleSerializedObject<>(
                row.getBytes(schema.payloadColumn()),
                byte[].class,
                row.getString(schema.payloadTypeColumn()),
                row.getString(schema.payloadRevisionColumn())),
            new SerializedMetaData<>(row.getBytes(schema.metaDataColumn()), byte[].class));
    return new TrackedDomainEventData<>(
        position(before, row.getLong(schema.globalIndexColumn()), event.getTimestamp()), event);
  }

  /** Numbers that are missing may still come, unless what comes after them is older than that. */
  private GapAwareTrackingToken position(
      @Nullable GapAwareTrackingToken before, long index, Instant at) {
    boolean mayCome = at.isAfter(GenericEventMessage.clock.instant().minus(settings.gapTimeout()));
    if (before != null) {
      return before.advanceTo(index, mayCome ? FURTHEST_GAP : 0);
    }
    long lowest = mayCome ? Math.min(settings.lowestGlobalSequence(), index) : index;
    return GapAwareTrackingToken.newInstance(
        index, LongStream.range(lowest, index).boxed().toList());
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
        var read = fetchTrackedEvents(position, settings.batchSize());
        isLast = read.size() < settings.batchSize();
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
