package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UpcastingTest {

  @Test
  void readsAnEventOfAnOldNameAndShapeThroughTheUpcasterBeans() {
    TestDatabase database = Toys.migrated();
    database.execute(
        "INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,"
            + " sequenceNumber, type, timeStamp, payloadType, payloadRevision, payload, metaData)"
            + " VALUES ('e', 'ancient', 0, 'Ticket', '2020-03-01T12:00:00Z', 'ticket.drawn', '0',"
            + " '{\"ticket\":\"ancient\",\"at\":\"2026-03-01T12:00:00Z\"}', '{}')");

    try (var context = Toys.start(database, UpcastingApplication.class)) {
      List<?> events =
          context
              .getBean(EventStore.class)
              .readEvents("ancient")
              .asStream()
              .map(Message::getPayload)
              .toList();

      assertThat(events).hasSize(1).first().isEqualTo(new Taken("ancient", 9, Toys.NOON));
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ToyApplication.class)
  static class UpcastingApplication {

    @Bean
    EventUpcaster drawnToTaken() {
      return new DrawnToTaken();
    }
  }

  static final class DrawnToTaken extends SingleEventUpcaster {

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().equals(new SimpleSerializedType("ticket.drawn", "0"));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType("ticket.taken", null),
          JsonNode.class,
          payload -> ((ObjectNode) payload).put("counter", 9));
    }
  }
}
