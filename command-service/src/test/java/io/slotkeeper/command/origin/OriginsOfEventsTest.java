package io.slotkeeper.command.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.command.notification.chat.DeliveryReports;
import io.slotkeeper.command.notification.chat.Inbound.StatusReport;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class OriginsOfEventsTest {

  private static final TestDatabase DATABASE = TestPostgres.freshDatabase();
  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(DATABASE, new SettableClock(Samples.NOW));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void refusesACommandThatNobodySent() {
    var register = Samples.register(Samples.BUSINESS, 1, Approval.MANUAL);

    assertThatThrownBy(() -> node.bean(Commands.class).send(register, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("origin");
    assertThat(node.events(Samples.BUSINESS)).isEmpty();
  }

  @Test
  void refusesAnEventThatComesFromNowhere() {
    EventMessage<?> event = GenericEventMessage.asEventMessage("event");

    assertThatThrownBy(() -> node.bean(EventStore.class).publish(event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("origin");
  }

  @Test
  void beginsAChainWhereAnEventIsFromBeforeThereWereAny() {
    var shop = Shop.open(node, Approval.AUTOMATIC);
    var booking = shop.book(shop.slot(0));
    var told =
        """
         FROM command.DomainEventEntry WHERE payloadType = 'notification.queued'
          AND convert_from(payload, 'UTF8')::json ->> 'bookingId' = '%s'\
        """
            .formatted(booking);
    await().until(() -> !node.column("SELECT 1" + told).isEmpty());
    DATABASE.execute(
        "UPDATE command.DomainEventEntry SET metaData = convert_to('{}', 'UTF8')"
            + " WHERE payloadType = 'notification.queued'");
    var queued = node.column("SELECT eventIdentifier" + told).getFirst();
    var notificationId = node.column("SELECT aggregateIdentifier" + told).getFirst();

    node.bean(DeliveryReports.class)
        .report(new StatusReport("wamid.X", "delivered", Samples.NOW, notificationId, null));

    assertThat(
            node.column(
                """
                SELECT concat_ws(' ', m ->> 'actor', m ->> 'cause', m ->> 'correlation')
                  FROM (SELECT convert_from(metaData, 'UTF8')::json AS m
                          FROM command.DomainEventEntry
                         WHERE payloadType = 'notification.delivered'
                           AND aggregateIdentifier = '%s') AS delivered
                """
                    .formatted(notificationId)))
        .isEqualTo(List.of("slotkeeper whatsapp:status " + queued));
  }
}
