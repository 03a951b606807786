package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.benchmarks.growth.year.StoreWriter;
import io.slotkeeper.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads all events of one booking after the other, as Axon does to load it. */
final class StoredAggregates implements AutoCloseable {
  private static final int DIGITS = 3;

  private final SingleConnectionDataSource connection;
  private final JdbcEventStorageEngine engine;
  private final List<String> bookings;

  /**
   * Of a store.
   *
   * @param events that it has
   * @param count how many bookings, spread over all of them
   */
  StoredAggregates(TestDatabase database, long events, int count) {
    this.connection =
        new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    this.engine =
        JdbcEventStorageEngine.builder()
            .schema(
                EventSchema.builder()
                    .eventTable("command.DomainEventEntry")
                    .snapshotTable("command.SnapshotEventEntry")
                    .build())
            .dataType(byte[].class)
            .connectionProvider(new DataSourceConnectionProvider(connection))
            .transactionManager(NoTransactionManager.instance())
            .snapshotSerializer(StoreWriter.serializer())
            .eventSerializer(StoreWriter.serializer())
            .build();
    this.bookings =
        JdbcClient.create(connection)
            .sql(
                """
                SELECT found.aggregateIdentifier
                  FROM unnest(?) AS place
                  JOIN LATERAL (SELECT aggregateIdentifier FROM command.DomainEventEntry
                                 WHERE globalIndex >= place AND type = 'Booking'
                                 ORDER BY globalIndex LIMIT 1) AS found ON true
                """)
            .param(
                LongStream.range(0, count)
                    .mapToObj(each -> 1 + each * (events / count))
                    .toArray(Long[]::new))
            .query(String.class)
            .list();
  }

  /** How long each of them took, in nanoseconds. */
  Histogram readAll() {
    var nanos = new Histogram(TimeUnit.MINUTES.toNanos(1), DIGITS);
    for (var booking : bookings) {
      long begin = System.nanoTime();
      long read = engine.readEvents(booking, 0).asStream().map(each -> each.getPayload()).count();
      nanos.recordValue(System.nanoTime() - begin);
      if (read == 0) {
        throw new IllegalStateException("a booking has no events");
      }
    }
    return nanos;
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
