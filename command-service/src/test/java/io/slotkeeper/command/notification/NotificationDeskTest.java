package io.slotkeeper.command.notification;

import static io.slotkeeper.api.notification.NotificationKind.APPROVAL_REQUEST;
import static io.slotkeeper.api.notification.NotificationKind.REQUEST_RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.QueueNotifications;
import io.slotkeeper.api.notification.QueueNotifications.Notice;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.util.List;
import java.util.NoSuchElementException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationDeskTest {

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private SlotId slot;

  @SuppressWarnings("NullAway.Init")
  private BookingId booking;

  @BeforeAll
  void start() {
    node = Node.start(TestPostgres.freshDatabase(), new SettableClock(Samples.NOW));
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void book() {
    var shop = Shop.open(node, Approval.MANUAL);
    slot = shop.slot(0);
    booking = shop.book(slot);
  }

  @Test
  void beginsAllThatAnOccasionHasToTellInOneTransaction() {
    var toOwner = notice(APPROVAL_REQUEST, Recipient.OWNER);
    var toCustomer = notice(REQUEST_RECEIVED, Recipient.CUSTOMER);

    queue(booking, toOwner, toCustomer);

    assertThat(queued(toOwner).ownerPhone()).isEqualTo("+34600000000");
    assertThat(queued(toOwner).customerPhone()).isNull();
    assertThat(queued(toCustomer).ownerPhone()).isNull();
    assertThat(queued(toCustomer).customerPhone()).isNotNull();
    assertThat(
            node.column(
                "SELECT DISTINCT xmin FROM command.DomainEventEntry WHERE aggregateIdentifier IN"
                    + " ('%s', '%s')"
                        .formatted(
                            toOwner.notificationId().value(), toCustomer.notificationId().value())))
        .hasSize(1);
  }

  @Test
  void leavesWhatHasBegunAsItIs() {
    var toOwner = notice(APPROVAL_REQUEST, Recipient.OWNER);
    var toCustomer = notice(REQUEST_RECEIVED, Recipient.CUSTOMER);
    queue(booking, toOwner);

    queue(booking, toOwner, toCustomer);

    assertThat(node.events(toOwner.notificationId().value())).hasSize(1);
    assertThat(node.events(toCustomer.notificationId().value())).hasSize(1);
  }

  @Test
  void tellsNobodyOfABookingThatIsNotThere() {
    var toOwner = notice(APPROVAL_REQUEST, Recipient.OWNER);

    assertThatThrownBy(() -> queue(node.newBookingId(), toOwner))
        .isInstanceOf(NoSuchElementException.class);

    assertThat(node.events(toOwner.notificationId().value())).isEmpty();
  }

  private NotificationQueued queued(Notice notice) {
    return (NotificationQueued) node.events(notice.notificationId().value()).getFirst();
  }

  private void queue(BookingId bookingId, Notice... notices) {
    var command = new QueueNotifications(bookingId, slot, List.of(notices));
    Node.asTest(() -> node.bean(CommandGateway.class).sendAndWait(command));
  }

  private Notice notice(NotificationKind kind, Recipient recipient) {
    var id = NotificationId.about(booking.value(), "desk " + kind);
    return new Notice(id, kind, recipient, null, null, slot.start());
  }
}
