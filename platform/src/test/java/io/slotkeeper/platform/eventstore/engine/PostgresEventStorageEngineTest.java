package io.slotkeeper.platform.eventstore.engine;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.eventstore.EventStoreSettings;
import io.slotkeeper.platform.eventstore.serialization.NamedJsonSerializer;
import io.slotkeeper.platform.toy.Toys;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class PostgresEventStorageEngineTest {

  private static final int BATCH = 3;
  private static final EventStoreSettings SETTINGS =
      new Binder(
              new MapConfigurationPropertySource(
                  Map.of(
                      "slotkeeper.event-store.token-schema",
                      "command",
                      "slotkeeper.event-store.batch-size",
                      BATCH)))
          .bind("slotkeeper.event-store", EventStoreSettings.class)
          .get();

  private final List<String> calls = new ArrayList<>();
  private final SingleConnectionDataSource connections;
  private final JdbcTemplate jdbc;
  private final EventStorageEngine engine;

  PostgresEventStorageEngineTest() {
    var database = Toys.migrated();
    connections =
        new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
    jdbc = new JdbcTemplate(connections);
    var serializer = new NamedJsonSerializer(Toys.names());
    engine =
        PostgresEventStorageEngine.of(
            JdbcEventStorageEngine.builder()
                .connectionProvider(() -> listened(connections.getConnection()))
                .snapshotSerializer(serializer)
                .eventSerializer(serializer),
            EventSchema.builder()
                .eventTable("command.DomainEventEntry")
                .snapshotTable("command.SnapshotEventEntry")
                .build(),
            SETTINGS,
            NoTransactionManager.instance());
  }

  @AfterEach
  void disconnect() {
    connections.destroy();
  }

  @Test
  void readsAsManyBatchesAsThereAre() {
    for (int count = 0; count <= 3 * BATCH; count++) {
      assertThat(after(null)).hasSize(count);
      engine.appendEvents(taken("ticket-" + count, 0));
    }
  }

  @Test
  void passesAHoleThatIsWiderThanABatch() {
    append("before");
    skipNumbers(10 * BATCH);
    append("behind");

    var all = after(null);
    assertThat(tickets(all)).containsExactly("before", "behind");
    assertThat(tickets(after(all.getFirst().trackingToken()))).containsExactly("behind");
    assertThat(after(all.getLast().trackingToken())).isEmpty();
  }

  @Test
  void findsWhatFillsAGapLaterAndWhatComesAfterInTheirOrder() {
    append("first");
    skipNumbers(2);
    append("last");
    var last = after(null).getLast().trackingToken();
    assertThat(((GapAwareTrackingToken) last).getGaps()).containsExactly(2L, 3L);

    appendAs("late", 3);
    IntStream.range(0, 2 * BATCH).forEach(number -> append("newer-" + number));

    assertThat(tickets(after(last)))
        .containsExactly("late", "newer-0", "newer-1", "newer-2", "newer-3", "newer-4", "newer-5");
    var end = (GapAwareTrackingToken) after(last).getLast().trackingToken();
    assertThat(end.getGaps()).containsExactly(2L);
    assertThat(after(end)).isEmpty();
  }

  @Test
  void looksWithOneStatementAndNoTransaction() {
    append("only");
    var token = after(null).getFirst().trackingToken();

    assertThat(callsOf(() -> assertThat(after(null)).hasSize(1)))
        .containsExactly("prepareStatement");
    assertThat(callsOf(() -> assertThat(after(token)).isEmpty()))
        .containsExactly("prepareStatement");
    assertThat(callsOf(() -> assertThat(engine.readEvents("only").asStream()).hasSize(1)))
        .containsExactly("prepareStatement");
  }

  @Test
  void keepsItsPlans() {
    append("old");
    jdbc.update(
        """
        INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber,
               type, timeStamp, payloadType, payloadRevision, payload, metaData)
        SELECT number, 'ticket-' || number, 0,
               type, timeStamp, payloadType, payloadRevision, payload, metaData
          FROM command.DomainEventEntry, generate_series(1, 20000) AS number
        """);
    jdbc.execute("ANALYZE command.DomainEventEntry");
    for (var gaps : List.of(List.<Long>of(), List.of(19_990L))) {
      var nearTheEnd = GapAwareTrackingToken.newInstance(20_000, gaps);
      for (int look = 0; look < 20; look++) {
        assertThat(after(nearTheEnd)).hasSize(1 + gaps.size());
      }
    }

    // After some that suit the values, PostgreSQL takes one for all values where it costs no more.
    assertThat(
            jdbc.queryForList(
                """
                SELECT generic_plans FROM pg_prepared_statements
                 WHERE statement LIKE '%FROM command.DomainEventEntry WHERE globalIndex >%'
                """,
                Integer.class))
        .hasSize(2)
        .allSatisfy(count -> assertThat(count).isGreaterThan(5));
  }

  private void append(String ticket) {
    engine.appendEvents(taken(ticket, 0));
  }

  private void skipNumbers(int count) {
    for (int i = 0; i < count; i++) {
      jdbc.queryForList(
          "SELECT nextval(pg_get_serial_sequence('command.domainevententry', 'globalindex'))");
    }
  }

  /** As a transaction does that had its number before those who were faster. */
  private void appendAs(String ticket, long number) {
    append(ticket);
    jdbc.update(
        "UPDATE command.DomainEventEntry SET globalIndex = ? WHERE aggregateIdentifier = ?",
        number,
        ticket);
    jdbc.queryForList(
        "SELECT setval(pg_get_serial_sequence('command.domainevententry', 'globalindex'),"
            + " (SELECT max(globalIndex) FROM command.DomainEventEntry))");
  }

  private List<? extends TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
    try (var events = engine.readEvents(token, false)) {
      return events.toList();
    }
  }

  private static List<String> tickets(List<? extends TrackedEventMessage<?>> events) {
    return events.stream()
        .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
        .toList();
  }

  private List<String> callsOf(Runnable work) {
    calls.clear();
    work.run();
    return List.copyOf(calls);
  }

  /** A connection whose statements and transactions are noted. */
  private Connection listened(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (Set.of("prepareStatement", "setAutoCommit", "commit")
                  .contains(method.getName())) {
                calls.add(method.getName());
              }
              return method.invoke(connection, arguments);
            });
  }
}
