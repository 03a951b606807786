package io.slotkeeper.command.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sagas and their deadlines on real nodes. */
class SagaLifeTest {

  private static final Duration DAY = Duration.ofHours(24);

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final TestDatabase database = TestPostgres.freshDatabase();
  private final List<Node> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
    nodes.clear();
  }

  @Test
  void endsAWindowThatEndedWhileNoNodeRan() {
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    awaitTold(shop, booking, "APPROVAL_REQUEST", "REQUEST_RECEIVED");
    awaitTasks(shop, 1);
    stop();

    clock.advance(Samples.WINDOW);
    var again = shop.on(start());

    await()
        .untilAsserted(
            () ->
                assertThat(again.node().eventNames(booking))
                    .containsExactly("BookingRequested", "BookingExpired"));
    awaitTold(again, booking, "APPROVAL_REQUEST", "REQUEST_RECEIVED", "BOOKING_EXPIRED");
    awaitTasks(again, 0);
    await().untilAsserted(() -> assertThat(sagas(again)).isEmpty());
  }

  @Test
  void remindsOnceThoughTwoNodesRun() {
    var shop = Shop.open(start(), Approval.AUTOMATIC);
    start();
    var slot = shop.slot(0, Samples.START.plus(DAY));
    var booking = shop.book(slot);
    awaitTold(shop, booking, "BOOKING_CONFIRMED");
    awaitTasks(shop, 1);

    clock.set(slot.start().minus(DAY));

    awaitTold(shop, booking, "BOOKING_CONFIRMED", "REMINDER");
    awaitTasks(shop, 0);
  }

  @Test
  void stopsAtWhatANewerVersionSaysOfBookingsAndOfNothingElse() {
    var node = start();
    var shop = Shop.open(node, Approval.MANUAL);
    awaitTold(shop, shop.book(shop.slot(0)), "APPROVAL_REQUEST", "REQUEST_RECEIVED");

    appendAsANewerVersion("business.rated");
    awaitTold(shop, shop.book(shop.slot(30)), "APPROVAL_REQUEST", "REQUEST_RECEIVED");
    appendAsANewerVersion("booking.rated");

    await().until(() -> processor(node, BookingSaga.GROUP).isError());
    assertThat(processor(node, "whatsapp-delivery").isError()).isFalse();
  }

  private void appendAsANewerVersion(String name) {
    database.execute(
        """
        INSERT INTO command.DomainEventEntry (eventIdentifier, aggregateIdentifier,
          sequenceNumber, type, timeStamp, payloadType, payloadRevision, payload, metaData)
        VALUES ('%1$s', '%1$s', 0, 'Newer', '2026-06-01T08:00:00Z', '%1$s', '1', '{}', '{}')
        """
            .formatted(name));
  }

  private static StreamingEventProcessor processor(Node node, String name) {
    return node.bean(EventProcessingConfiguration.class)
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow();
  }

  @Test
  void tellsNobodyOfWhatHappenedBeforeItsFirstStart() {
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    awaitTold(shop, booking, "APPROVAL_REQUEST", "REQUEST_RECEIVED");
    stop();
    database.execute(
        """
        DELETE FROM command.TokenEntry WHERE processorName = 'booking-saga';
        DELETE FROM command.SagaEntry;
        DELETE FROM command.AssociationValueEntry;
        DELETE FROM command.scheduled_tasks;
        DELETE FROM command.DomainEventEntry WHERE type = 'Notification'
        """);

    var again = shop.on(start());
    // A saga that begins at the end of the history needs a moment to know where that is.
    await()
        .untilAsserted(
            () ->
                assertThat(
                        again
                            .node()
                            .column(
                                "SELECT token FROM command.TokenEntry WHERE processorName ="
                                    + " 'booking-saga' AND token IS NOT NULL"))
                    .isNotEmpty());
    var later = again.book(shop.slot(30));

    awaitTold(again, later, "APPROVAL_REQUEST", "REQUEST_RECEIVED");
    assertThat(told(again, booking)).isEmpty();
  }

  private Node start() {
    var node = Node.startWithTasks(database, clock, Map.of());
    nodes.add(node);
    return node;
  }

  private static void awaitTold(Shop shop, BookingId booking, String... kinds) {
    await().untilAsserted(() -> assertThat(told(shop, booking)).containsExactlyInAnyOrder(kinds));
  }

  private static List<String> told(Shop shop, BookingId booking) {
    return shop.node()
        .column(
            """
            SELECT convert_from(payload, 'UTF8')::json ->> 'kind' FROM command.DomainEventEntry
             WHERE payloadType = 'notification.queued'
               AND convert_from(payload, 'UTF8')::json ->> 'bookingId' = '%s'
            """
                .formatted(booking));
  }

  /** The deadlines that are still to come. */
  private static void awaitTasks(Shop shop, int deadlines) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        shop.node()
                            .column(
                                "SELECT task_instance FROM command.scheduled_tasks WHERE task_name"
                                    + " ILIKE '%deadline%'"))
                    .hasSize(deadlines));
  }

  private static List<String> sagas(Shop shop) {
    return shop.node().column("SELECT sagaId FROM command.SagaEntry");
  }
}
