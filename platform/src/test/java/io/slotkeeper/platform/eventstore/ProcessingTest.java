package io.slotkeeper.platform.eventstore;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.BoardApplication;
import io.slotkeeper.platform.toy.TicketBoard;
import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

class ProcessingTest {

  private final TestDatabase database = Toys.migrated();
  private final JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());

  @Test
  void followsWithAPooledProcessorOfOneSegmentInTheSchemaOfItsService() {
    try (var node = start("slotkeeper.event-store.token-schema=query")) {
      node.getBean(EventStore.class).publish(taken("one", 0));

      await().until(() -> board(node).handled.contains("one"));
      assertThat(processor(node).maxCapacity()).isPositive();
      assertThat(segments("query")).isEqualTo(1);
      assertThat(segments("command")).isZero();
    }
  }

  @Test
  void stopsAtAnErrorAndGoesOnWhereItStopped() {
    try (var node = start()) {
      TicketBoard board = board(node);
      board.poison = "bad";
      EventStore store = node.getBean(EventStore.class);
      store.publish(taken("good", 0), taken("bad", 0), taken("after", 0));
      await().until(() -> board.refusals.get() > 1);
      assertThat(board.handled).doesNotContain("after");

      board.poison = "";

      await().until(() -> board.handled.contains("after"));
      assertThat(board.handled).contains("good", "bad");
    }
  }

  @Test
  void readsHistoryAsAReplayAtItsFirstStart() {
    try (var writer = Toys.start(database, ToyApplication.class)) {
      writer.getBean(EventStore.class).publish(taken("history", 0));
    }

    try (var node = start()) {
      await().until(() -> board(node).handled.contains("history"));
      assertThat(board(node).replays).containsEntry("history", ReplayStatus.REPLAY);
    }
    try (var restarted = start()) {
      restarted.getBean(EventStore.class).publish(taken("present", 0));
      await().until(() -> board(restarted).handled.contains("present"));
      assertThat(board(restarted).replays).containsEntry("present", ReplayStatus.REGULAR);
      assertThat(board(restarted).handled).doesNotContain("history");
    }
  }

  @Test
  void stopsLoudlyAtAnEventThatNobodyKnows() {
    try (var node = start()) {
      EventStore store = node.getBean(EventStore.class);
      store.publish(taken("known", 0));
      await().until(() -> board(node).handled.contains("known"));

      appendAsANewerVersion("ticket.exploded");
      store.publish(taken("behind", 0));

      await().until(() -> processor(node).isError());
      assertThat(board(node).handled).containsExactly("known");
    }
  }

  @Test
  void handlesWhatCameBeforeAnEventThatNobodyKnows() {
    try (var writer = Toys.start(database, ToyApplication.class)) {
      EventStore store = writer.getBean(EventStore.class);
      store.publish(IntStream.range(0, 100).mapToObj(i -> taken("before-" + i, 0)).toList());
      appendAsANewerVersion("ticket.exploded");
      store.publish(taken("behind", 0));
    }

    try (var node = start()) {
      await().until(() -> board(node).handled.size() == 100);
      await().until(() -> processor(node).isError());
      assertThat(board(node).handled).doesNotContain("behind");
    }
  }

  @Test
  void passesOverEventsOfAFamilyThatNobodyFollows() {
    try (var node = start()) {
      appendAsANewerVersion("voucher.issued");
      node.getBean(EventStore.class).publish(taken("behind", 0));

      await().until(() -> board(node).handled.contains("behind"));
      assertThat(processor(node).isError()).isFalse();
    }
  }

  @Test
  void writesWhatAHandlerStoresTogetherWithTheTokenAndManyEventsAtOnce() {
    database.execute("CREATE TABLE command.seen (ticket text, transaction text)");
    try (var writer = Toys.start(database, ToyApplication.class)) {
      writer
          .getBean(EventStore.class)
          .publish(IntStream.range(0, 100).mapToObj(i -> taken("many-" + i, 0)).toList());
    }
    AtomicBoolean failed = LedgerApplication.failed;
    failed.set(false);

    try (var node = Toys.start(database, LedgerApplication.class)) {
      await().until(() -> count("SELECT count(*) FROM command.seen"), seen -> seen >= 100);
      assertThat(node.isRunning()).isTrue();
    }

    assertThat(failed).as("failed once, after it had written").isTrue();
    assertThat(count("SELECT count(*) FROM command.seen")).isEqualTo(100);
    assertThat(count("SELECT count(DISTINCT transaction) FROM command.seen")).isLessThan(50);
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({ToyApplication.class, Ledger.class})
  static class LedgerApplication {

    static final AtomicBoolean failed = new AtomicBoolean();
  }

  @ProcessingGroup("ledger")
  record Ledger(JdbcTemplate jdbc) {

    @EventHandler
    void on(Taken event) {
      jdbc.update(
          "INSERT INTO command.seen VALUES (?, pg_current_xact_id()::text)", event.ticket());
      if (event.ticket().equals("many-70") && LedgerApplication.failed.compareAndSet(false, true)) {
        throw new IllegalStateException("once");
      }
    }
  }

  private void appendAsANewerVersion(String name) {
    jdbc.update(
        "INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,"
            + " sequenceNumber, type, timeStamp, payloadType, payload, metaData)"
            + " VALUES ('e', 'x', 0, 'Newer', '2026-03-01T12:00:00Z', ?, '{}', '{}')",
        name);
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private ConfigurableApplicationContext start(String... settings) {
    return Toys.start(database, BoardApplication.class, settings);
  }

  private static TicketBoard board(ConfigurableApplicationContext node) {
    return node.getBean(TicketBoard.class);
  }

  private static PooledStreamingEventProcessor processor(ConfigurableApplicationContext node) {
    return node.getBean(EventProcessingConfiguration.class)
        .eventProcessor(TicketBoard.PROCESSOR, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }

  private long segments(String schema) {
    return count("SELECT count(*) FROM " + schema + ".TokenEntry WHERE processorName = 'board'");
  }
}
