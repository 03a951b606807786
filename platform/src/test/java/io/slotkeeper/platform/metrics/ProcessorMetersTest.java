package io.slotkeeper.platform.metrics;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.slotkeeper.platform.toy.BoardApplication;
import io.slotkeeper.platform.toy.TicketBoard;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ProcessorMetersTest {
  private static final String OFTEN = "slotkeeper.metrics.interval=50ms";

  private final TestDatabase database = Toys.migrated();

  private ConfigurableApplicationContext start(String... settings) {
    return Toys.start(database, BoardApplication.class, settings);
  }

  private static double gauge(ConfigurableApplicationContext node, String name, String... tags) {
    return node.getBean(MeterRegistry.class).get("slotkeeper." + name).tags(tags).gauge().value();
  }

  private static double processor(ConfigurableApplicationContext node, String name) {
    return gauge(node, "processor." + name, "processor", TicketBoard.PROCESSOR);
  }

  private static double handled(ConfigurableApplicationContext node) {
    return node
        .getBean(MeterRegistry.class)
        .find("eventProcessor.successCounter")
        .tags("processorName", TicketBoard.PROCESSOR, "payloadType", "ticket.taken")
        .counters()
        .stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  @Test
  void showsHowFarAProcessorIsThatCannotGoOn() {
    try (var node = start(OFTEN)) {
      var board = node.getBean(TicketBoard.class);
      var store = node.getBean(EventStore.class);
      store.publish(taken("first", 0));
      await().until(() -> handled(node) == 1);
      board.poison = "bad";
      store.publish(taken("bad", 0), taken("after", 0));
      await()
          .untilAsserted(
              () -> {
                assertThat(processor(node, "running")).isZero();
                assertThat(processor(node, "lag.events")).isEqualTo(2);
                assertThat(processor(node, "lag.seconds")).isPositive();
              });
      assertThat(handled(node)).as("however often the others are tried").isEqualTo(1);

      board.poison = "";
      await()
          .untilAsserted(
              () -> {
                assertThat(handled(node)).isEqualTo(3);
                assertThat(processor(node, "running")).isEqualTo(1);
                assertThat(processor(node, "lag.events")).isZero();
                assertThat(processor(node, "lag.seconds")).isZero();
                assertThat(segments(node, "claimed")).isEqualTo(1);
                assertThat(segments(node, "unclaimed")).isZero();
              });
      assertThat(gauge(node, "deadletters", "group", TicketBoard.PROCESSOR)).isZero();
      assertThat(node.getBean(MeterRegistry.class).find("eventProcessor.successCounter").counters())
          .as("no series for what it does not handle")
          .hasSize(1);
    }
  }

  private static double segments(ConfigurableApplicationContext node, String state) {
    return gauge(node, "processor.segments", "processor", TicketBoard.PROCESSOR, "state", state);
  }

  @Test
  void waitsForAnEventOfANewerVersionOnlyWhereItsFamilyIsFollowed() {
    try (var node = start(OFTEN)) {
      node.getBean(EventStore.class).publish(taken("first", 0));
      await().until(() -> handled(node) == 1);
      appendAsANewerVersion("voucher.issued");
      appendAsANewerVersion("ticket.exploded");
      await()
          .untilAsserted(
              () -> {
                assertThat(processor(node, "running")).isZero();
                assertThat(processor(node, "lag.seconds")).isPositive();
              });
      database.execute(
          "DELETE FROM command.DomainEventEntry WHERE payloadType = 'ticket.exploded'");
      await().untilAsserted(() -> assertThat(processor(node, "lag.seconds")).isZero());
    }
  }

  @Test
  void countsNoHistoryAndShowsNoNumberThatCannotBeRead() {
    try (var writer = Toys.start(database, ToyApplication.class)) {
      writer.getBean(EventStore.class).publish(taken("history", 0));
    }
    try (var node = start(OFTEN)) {
      var board = node.getBean(TicketBoard.class);
      await().until(() -> board.handled.contains("history"));
      node.getBean(EventStore.class).publish(taken("present", 0));
      await().until(() -> handled(node) == 1);
      assertThat(board.handled).containsExactly("history", "present");

      database.execute("ALTER TABLE command.TokenEntry RENAME TO gone");
      await().untilAsserted(() -> assertThat(processor(node, "lag.events")).isNaN());
    }
  }

  private void appendAsANewerVersion(String name) {
    database.execute(
        """
        INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,
          sequenceNumber, type, timeStamp, payloadType, payload, metaData)
        VALUES ('%1$s', '%1$s', 0, 'Newer', '2026-03-01T12:00:00Z', '%1$s', '{}', '{}')
        """
            .formatted(name));
  }
}
