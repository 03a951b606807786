package io.slotkeeper.command.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.customer.CustomerCommand.EraseCustomerOf;
import io.slotkeeper.api.notification.NotificationCommand.ReportNotification;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationStatus;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.command.notification.chat.Contacts;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a booking to what WhatsApp is sent, with a peer in WhatsApp's place. */
class DeliveryTest {

  private static final String OWNER = "+34600000000";
  private static final Duration DOUBT = Duration.ofMinutes(2);

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private final TestDatabase database = TestPostgres.freshDatabase();

  @SuppressWarnings("NullAway.Init")
  private Meta meta;

  private @Nullable Node node;

  @BeforeEach
  void answers() {
    meta = new Meta();
  }

  @AfterEach
  void stop() {
    stopNode();
    meta.close();
  }

  @Test
  void asksTheOwnerAndTellsTheCustomer() {
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));

    await().untilAsserted(() -> assertThat(kinds(booking)).hasSize(2).allMatch(this::isAccepted));

    assertThat(meta.bodies())
        .hasSize(2)
        .anyMatch(body -> body.contains("approval_request") && body.contains(OWNER))
        .anyMatch(body -> body.contains("request_received") && body.contains("+34600000001"));
  }

  @Test
  void keepsTheOrderOfEachRecipient() {
    meta.fails(503, 2);
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    running().send(new ConfirmBooking(booking));
    await().untilAsserted(() -> assertThat(kinds(booking)).hasSize(3));
    await().untilAsserted(() -> assertThat(meta.bodies()).isNotEmpty());

    meta.takes();
    afterTheBreaker();

    await().untilAsserted(() -> assertThat(kinds(booking)).allMatch(this::isAccepted));
    assertThat(meta.taken().stream().filter(body -> body.contains("+34600000001")))
        .satisfiesExactly(
            first -> assertThat(first).contains("request_received"),
            second -> assertThat(second).contains("booking_confirmed"));
  }

  @Test
  void sendsAgainOnlyAfterTheDoubtIsOver() {
    meta.fallsSilent();
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(meta.bodies()).hasSize(2));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2).doesNotContain("due"));
    meta.takes();
    clock.advance(DOUBT.minusSeconds(1));
    // A later booking shows that the queue was gone through.
    var later = shop.book(shop.slot(30));
    await().untilAsserted(() -> assertThat(kinds(later)).hasSize(2));
    assertThat(meta.taken()).isEmpty();

    clock.advance(Duration.ofSeconds(2));
    running().bean(DeliverySignal.class).give();

    await().untilAsserted(() -> assertThat(kinds(booking)).allMatch(this::isDone));
    // That of the later booking waits behind it.
    await()
        .untilAsserted(
            () ->
                assertThat(meta.taken().stream().filter(body -> body.contains("approval_request")))
                    .hasSize(2));
    // Told twice, it would only confuse: this one is given up.
    assertThat(eventNames(booking, "REQUEST_RECEIVED"))
        .containsExactly("NotificationQueued", "NotificationAttempted", "NotificationFailed");
  }

  @Test
  void believesAReportThatADoubtfulMessageArrived() {
    meta.fallsSilent();
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2).doesNotContain("due"));
    for (var id : ids(booking)) {
      var delivered =
          new ReportNotification(
              new NotificationId(id), "wamid.X", NotificationStatus.DELIVERED, null);
      Node.asTest(() -> running().bean(CommandGateway.class).sendAndWait(delivered));
    }
    meta.takes();
    clock.advance(DOUBT);
    running().bean(DeliverySignal.class).give();

    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    assertThat(meta.taken()).isEmpty();
  }

  @Test
  void sendsNothingTwiceAfterARestart() {
    var shop = Shop.open(start(), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    running().send(new ConfirmBooking(booking));
    await().untilAsserted(() -> assertThat(kinds(booking)).hasSize(3).allMatch(this::isAccepted));
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    stopNode();
    database.execute("DELETE FROM command.TokenEntry WHERE processorName = 'whatsapp-delivery'");

    // All of the history goes through the queue again, and a later booking after it.
    var later = shop.on(start()).book(shop.slot(30));
    await().untilAsserted(() -> assertThat(kinds(later)).hasSize(2).allMatch(this::isAccepted));
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());

    assertThat(meta.taken()).hasSize(5);
  }

  @Test
  void queuesWhatHasGatheredInItsOrder() {
    var shop = Shop.open(start(Map.of()), Approval.MANUAL);
    var first = shop.book(shop.slot(0));
    running().send(new ConfirmBooking(first));
    var second = shop.book(shop.slot(30));
    await().untilAsserted(() -> assertThat(kinds(first)).hasSize(3));
    await().untilAsserted(() -> assertThat(kinds(second)).hasSize(2));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(5));
    stopNode();
    database.execute("DELETE FROM command.TokenEntry WHERE processorName = 'whatsapp-delivery'");
    database.execute("DELETE FROM command.told_booking");

    // All of it again, behind what waits already, and in one batch.
    start(Map.of());
    await().untilAsserted(() -> assertThat(waiting()).hasSize(10));

    for (var sequence :
        running().column("SELECT DISTINCT sequenceIdentifier FROM command.DeadLetterEntry")) {
      var letters = lettersOf(sequence);
      int half = letters.size() / 2;
      assertThat(letters.subList(0, half)).isEqualTo(letters.subList(half, letters.size()));
      assertThat(letters.subList(0, half)).isEqualTo(queuedIn(letters));
    }
    assertThat(running().column("SELECT booking_id FROM command.told_booking")).hasSize(4);
  }

  /** The notifications that wait for somebody, in the order in which they are sent. */
  private List<String> lettersOf(String sequence) {
    return running()
        .column(
            "SELECT aggregateIdentifier FROM command.DeadLetterEntry WHERE sequenceIdentifier = '"
                + sequence
                + "' ORDER BY sequenceIndex");
  }

  /** Those of these notifications in the order of the events. */
  private List<String> queuedIn(List<String> ids) {
    return running()
        .column(
            "SELECT aggregateIdentifier FROM command.DomainEventEntry"
                + " WHERE payloadType = 'notification.queued' ORDER BY globalIndex")
        .stream()
        .filter(ids::contains)
        .toList();
  }

  @Test
  void tellsNothingToACustomerWhoWasErasedMeanwhile() {
    var shop = Shop.open(start(Map.of()), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2));
    assertThat(running().column("SELECT customer_id FROM command.told_booking")).hasSize(2);
    var erase = new EraseCustomerOf(booking);
    Node.asTest(() -> running().bean(Commands.class).send(erase));
    assertThat(running().column("SELECT recipient FROM command.told_booking"))
        .containsExactly("OWNER");
    stopNode();
    start();
    clock.advance(Duration.ofMinutes(1));

    await().untilAsserted(() -> assertThat(waiting()).isEmpty());

    assertThat(eventNames(booking, "REQUEST_RECEIVED"))
        .containsExactly("NotificationQueued", "NotificationFailed");
    assertThat(meta.taken())
        .singleElement()
        .asString()
        .contains("approval_request", "erased")
        .doesNotContain(Samples.CUSTOMER.name());
  }

  @Test
  void waitsForAnAccountAndSendsWhenThereIsOne() {
    var shop = Shop.open(start(Map.of()), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2));
    stopNode();
    start();
    clock.advance(Duration.ofMinutes(1));

    await().untilAsserted(() -> assertThat(kinds(booking)).hasSize(2).allMatch(this::isAccepted));
    assertThat(meta.taken()).hasSize(2);
  }

  @Test
  void givesUpWhatComesTooLate() {
    var shop = Shop.open(start(Map.of()), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2));

    clock.advance(Samples.WINDOW);
    running().bean(DeliverySignal.class).give();

    await()
        .untilAsserted(
            () ->
                assertThat(eventNames(booking, "APPROVAL_REQUEST"))
                    .containsExactly("NotificationQueued", "NotificationFailed"));
  }

  @Test
  void sendsNothingToThoseWhoWantNothing() {
    start();
    running().bean(Contacts.class).heard(Samples.CUSTOMER.phone(), clock.instant());
    database.execute("UPDATE command.whatsapp_contact SET stopped_since = now()");
    var shop = Shop.open(running(), Approval.AUTOMATIC);
    var booking = shop.book(shop.slot(0));

    await()
        .untilAsserted(
            () ->
                assertThat(eventNames(booking, "BOOKING_CONFIRMED"))
                    .containsExactly("NotificationQueued", "NotificationFailed"));
    assertThat(meta.bodies()).isEmpty();
  }

  @Test
  void givesUpWhatCannotBeDelivered() {
    meta.fails(400, 131026);
    var shop = Shop.open(start(), Approval.AUTOMATIC);
    var booking = shop.book(shop.slot(0));

    await()
        .untilAsserted(
            () ->
                assertThat(eventNames(booking, "BOOKING_CONFIRMED"))
                    .containsExactly(
                        "NotificationQueued", "NotificationAttempted", "NotificationFailed"));
    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
  }

  @Test
  void leavesLettersAloneUntilTheyExpireWhileWhatsAppIsClosed() {
    var shop = Shop.open(start(Map.of()), Approval.AUTOMATIC);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).isNotEmpty().containsOnly("due"));

    clock.advance(Duration.ofDays(3));

    await().untilAsserted(() -> assertThat(waiting()).isEmpty());
    assertThat(eventNames(booking, "BOOKING_CONFIRMED"))
        .hasSize(2)
        .startsWith("NotificationQueued")
        .doesNotContain("NotificationAttempted");
  }

  @Test
  void letsAnAdministratorSeeRetryAndDiscard() {
    var shop = Shop.open(start(Map.of()), Approval.MANUAL);
    var booking = shop.book(shop.slot(0));
    await().untilAsserted(() -> assertThat(waiting()).hasSize(2));
    var letters = running().bean(DeadLetters.class);

    var list = letters.list();
    assertThat(list.total()).isEqualTo(2);
    assertThat(list.letters())
        .allSatisfy(letter -> assertThat(letter.cause()).isEqualTo("WhatsApp is closed"))
        .extracting(DeadLettersView.LetterView::notificationId)
        .containsExactlyInAnyOrderElementsOf(ids(booking));
    assertThat(list.toString()).doesNotContain("+346");
    assertThat(letters.retry()).isEqualTo(2);
    var sequence = list.letters().getFirst().sequence();
    assertThat(Node.<Integer>asTest(() -> letters.discard(sequence))).isEqualTo(1);
    assertThat(letters.discard("nobody")).isZero();
    assertThat(letters.list().total()).isEqualTo(1);
    assertThat(running().eventNames(list.letters().getFirst().notificationId()))
        .endsWith("NotificationFailed");
  }

  private Node start() {
    return start(
        Map.of(
            "slotkeeper.whatsapp.base-url", meta.address().toString(),
            "slotkeeper.whatsapp.phone-number-id", "1234567890",
            "slotkeeper.whatsapp.access-token", "token",
            "slotkeeper.whatsapp.read-timeout", "500ms",
            "slotkeeper.whatsapp.retry.attempts", "1",
            "slotkeeper.whatsapp.breaker.open-for", "200ms"));
  }

  private Node start(Map<String, String> settings) {
    node = Node.startWithTasks(database, clock, settings);
    return node;
  }

  private Node running() {
    if (node == null) {
      throw new IllegalStateException("no node runs");
    }
    return node;
  }

  private void stopNode() {
    if (node != null) {
      node.close();
      node = null;
    }
  }

  private void afterTheBreaker() {
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofSeconds(10));
              running().bean(DeliverySignal.class).give();
              assertThat(waiting()).isEmpty();
            });
  }

  /** The notifications about a booking. */
  private List<String> ids(BookingId booking) {
    return running()
        .column(
            "SELECT aggregateIdentifier FROM command.DomainEventEntry"
                + " WHERE payloadType = 'notification.queued'"
                + " AND convert_from(payload, 'UTF8') LIKE '%"
                + booking
                + "%' ORDER BY globalIndex");
  }

  private List<String> kinds(BookingId booking) {
    return ids(booking);
  }

  private boolean isAccepted(String id) {
    return running().eventNames(id).contains("NotificationAccepted");
  }

  private boolean isDone(String id) {
    return isAccepted(id) || running().eventNames(id).contains("NotificationFailed");
  }

  private List<String> eventNames(BookingId booking, String kind) {
    return ids(booking).stream()
        .filter(id -> ((NotificationQueued) running().events(id).getFirst()).kind().equals(kind))
        .findFirst()
        .map(id -> running().eventNames(id))
        .orElse(List.of());
  }

  /** For each letter, whether it is due. */
  private List<String> waiting() {
    return running()
        .column(
            "SELECT CASE WHEN dueAt IS NULL OR dueAt <= '"
                + clock.instant()
                + "' THEN 'due' ELSE 'later' END FROM command.DeadLetterEntry");
  }
}
