package io.slotkeeper.platform.eventstore;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.platform.eventstore.serialization.UnknownEventType;
import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTest {

  private ConfigurableApplicationContext context;
  private EventStorageEngine engine;
  private JdbcTemplate jdbc;

  @BeforeAll
  void start() {
    TestDatabase database = Toys.migrated();
    context = Toys.start(database, ToyApplication.class);
    engine = context.getBean(EventStorageEngine.class);
    jdbc = context.getBean(JdbcTemplate.class);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @Test
  void reportsASecondBeginningOfAStreamAsAConflict() {
    engine.appendEvents(taken("begun", 0));

    assertThatThrownBy(() -> engine.appendEvents(taken("begun", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void reportsASecondEventOfOneNumberAsAConflict() {
    engine.appendEvents(taken("contended", 0), taken("contended", 1));

    assertThatThrownBy(() -> engine.appendEvents(taken("contended", 1)))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void storesAnEventUnderItsNameInBytes() {
    engine.appendEvents(taken("named", 0));

    assertThat(
            jdbc.queryForObject(
                "SELECT payloadType || ' ' || convert_from(payload, 'UTF8')"
                    + " FROM command.DomainEventEntry WHERE aggregateIdentifier = 'named'",
                String.class))
        .startsWith("ticket.taken {")
        .contains("\"ticket\":\"named\"");
  }

  @Test
  void refusesAnEventThatHasNoName() {
    assertThatThrownBy(() -> engine.appendEvents(GenericEventMessage.asEventMessage(Duration.ZERO)))
        .hasMessageContaining("java.time.Duration");
  }

  @Test
  void refusesToLoadAnAggregateWithAnEventThatNobodyKnows() {
    engine.appendEvents(taken("exploded", 0), taken("exploded", 1));
    jdbc.update(
        "UPDATE command.DomainEventEntry SET payloadType = 'ticket.exploded'"
            + " WHERE aggregateIdentifier = 'exploded' AND sequenceNumber = 1");

    assertThatThrownBy(
            () -> context.getBean(EventStore.class).readEvents("exploded").asStream().toList())
        .isInstanceOf(UnknownEventType.class);
    jdbc.update("DELETE FROM command.DomainEventEntry WHERE aggregateIdentifier = 'exploded'");
  }

  @Test
  void waitsForAMissingNumberNoLongerThanTheGapTimeout() {
    engine.appendEvents(at("gap-old", GenericEventMessage.clock.instant().minusSeconds(20)));
    rollBackAnAppend();
    engine.appendEvents(at("gap-recent", GenericEventMessage.clock.instant().minusSeconds(15)));
    assertThat(gapsAt("gap-recent")).as("older than the timeout of 10 s").isEmpty();

    rollBackAnAppend();
    engine.appendEvents(at("gap-new", GenericEventMessage.clock.instant()));
    assertThat(gapsAt("gap-new")).as("may still be filled").hasSize(1);
  }

  @Test
  void readsAllFromTheBeginningWhateverItsNumberIsSaidToBe() {
    try (var late =
        Toys.start(
            Toys.migrated(),
            ToyApplication.class,
            "slotkeeper.event-store.lowest-global-sequence=1000")) {
      var store = late.getBean(EventStore.class);
      store.publish(taken("first", 0));
      try (var stream = store.openStream(null)) {
        assertThat(stream.hasNextAvailable()).isTrue();
      }
    }
  }

  private void rollBackAnAppend() {
    engine.appendEvents(taken("gap-filler", 0));
    assertThatThrownBy(() -> engine.appendEvents(taken("gap-filler", 0)));
    jdbc.update("DELETE FROM command.DomainEventEntry WHERE aggregateIdentifier = 'gap-filler'");
    // One number was rolled back, the other is the deleted row's: take the second out of the way.
    jdbc.queryForList(
        "SELECT setval(pg_get_serial_sequence('command.domainevententry', 'globalindex'),"
            + " (SELECT last_value - 1 FROM command.domainevententry_globalindex_seq))");
  }

  private List<Long> gapsAt(String ticket) {
    try (var events = engine.readEvents(null, false)) {
      return events
          .filter(event -> ticket.equals(((DomainEventMessage<?>) event).getAggregateIdentifier()))
          .map(TrackedEventMessage::trackingToken)
          .map(GapAwareTrackingToken.class::cast)
          .flatMap(token -> token.getGaps().stream())
          .toList();
    }
  }

  private static DomainEventMessage<Taken> at(String ticket, Instant instant) {
    return new GenericDomainEventMessage<>(
        "Ticket",
        ticket,
        0,
        new Taken(ticket, 1, Toys.NOON),
        MetaData.from(Map.of()),
        "event-of-" + ticket,
        instant);
  }
}
