package io.slotkeeper.command.booking;

import static io.slotkeeper.api.Actor.BUSINESS;
import static io.slotkeeper.api.Actor.CUSTOMER;
import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RescheduleDeskTest {

  private final SettableClock clock = new SettableClock(NOW);

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Shop shop;

  @SuppressWarnings("NullAway.Init")
  private SlotId old;

  @SuppressWarnings("NullAway.Init")
  private SlotId other;

  @BeforeAll
  void start() {
    node = Node.start(TestPostgres.freshDatabase(), clock);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void openAShop() {
    clock.set(NOW);
    shop = Shop.open(node, Approval.MANUAL);
    old = shop.slot(0);
    other = shop.slot(60);
  }

  @AfterEach
  void everythingStoredIsSound() {
    Invariants.hold(node);
  }

  @Test
  void takesTheNewSlotAndFreesTheOldOne() {
    var id = confirmed(old);

    var receipt = shop.reschedule(id, BUSINESS, other);

    assertThat(receipt.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(receipt.slotId()).isEqualTo(other);
    assertThat(receipt.version()).isEqualTo(2);
    assertThat(node.eventNames(old)).containsExactly("SlotReserved", "SlotBooked", "SlotReleased");
    assertThat(node.eventNames(other)).containsExactly("SlotReserved", "SlotBooked");
    assertThat(shop.request(old).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void asksTheOwnerAgainWhereTheCustomerMovesIt() {
    var id = confirmed(old);

    assertThat(shop.reschedule(id, CUSTOMER, other).status()).isEqualTo(BookingStatus.PENDING);

    assertThat(node.eventNames(other)).containsExactly("SlotReserved");
    assertThat(node.send(new ConfirmBooking(id)).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(node.eventNames(other)).containsExactly("SlotReserved", "SlotBooked");
  }

  @Test
  void asksNobodyWhereApprovalIsAutomatic() {
    shop = Shop.open(node, Approval.AUTOMATIC);
    var id = shop.book(shop.slot(0));

    assertThat(shop.reschedule(id, CUSTOMER, shop.slot(60)).status())
        .isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void changesNothingWhereTheNewSlotIsTaken() {
    var id = confirmed(old);
    shop.book(other);

    assertThat(outcomeOf(() -> shop.reschedule(id, BUSINESS, other))).isEqualTo("slot-taken");

    assertThat(node.eventNames(id)).containsExactly("BookingRequested", "BookingConfirmed");
    assertThat(node.eventNames(old)).containsExactly("SlotReserved", "SlotBooked");
    assertThat(node.claimedSlots()).contains(old);
  }

  @Test
  void changesNothingWhereTheBookingRefusesAfterTheNewSlotWasClaimed() {
    var id = shop.book(old);

    assertThat(outcomeOf(() -> shop.reschedule(id, BUSINESS, other)))
        .isEqualTo("illegal-transition OnlyConfirmedBookingCanBeRescheduled from PENDING");

    assertThat(node.events(other)).isEmpty();
    assertThat(node.claimedSlots()).doesNotContain(other);
  }

  @Test
  void staysWhereItIsWhenItIsMovedThere() {
    var id = confirmed(old);
    node.send(new SuspendBusiness(shop.businessId()));

    assertThat(shop.reschedule(id, CUSTOMER, old).version()).isEqualTo(1);
  }

  @Test
  void answersTheSameWhenItIsRepeated() {
    var id = confirmed(old);
    var first = shop.reschedule(id, CUSTOMER, other);

    assertThat(shop.reschedule(id, CUSTOMER, other)).isEqualTo(first);
  }

  @Test
  void movesTwiceAndBack() {
    var id = confirmed(old);
    shop.reschedule(id, BUSINESS, other);
    shop.reschedule(id, BUSINESS, shop.slot(90));

    assertThat(shop.reschedule(id, BUSINESS, old).version()).isEqualTo(4);
    assertThat(shop.cancel(id, CUSTOMER).status()).isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void takesASlotWhoseReservationLapsed() {
    var lapsed = shop.book(other);
    var id = confirmed(old);
    clock.advance(WINDOW);

    shop.reschedule(id, BUSINESS, other);

    assertThat(node.eventNames(lapsed)).containsExactly("BookingRequested", "BookingExpired");
    assertThat(node.eventNames(other))
        .containsExactly("SlotReserved", "SlotReleased", "SlotReserved", "SlotBooked");
  }

  @Test
  void staysWithItsBusiness() {
    var id = confirmed(old);
    var foreign = Shop.open(node, Approval.MANUAL).slot(0);

    assertThat(outcomeOf(() -> shop.reschedule(id, BUSINESS, foreign)))
        .isEqualTo("slot-not-offered SlotMustBelongToTheBusiness");
  }

  @Test
  void refusesTheCustomerFromTheCutOffOn() {
    var id = confirmed(old);
    clock.set(START.minus(Samples.CUT_OFF));

    assertThat(outcomeOf(() -> shop.reschedule(id, CUSTOMER, other)))
        .isEqualTo("too-late CustomerMustRescheduleBeforeTheCutOff");
    assertThat(shop.reschedule(id, BUSINESS, other).slotId()).isEqualTo(other);
  }

  @Test
  void refusesACallerWhoHasSeenAnOlderVersion() {
    var id = confirmed(old);
    var command = new RescheduleBooking(id, BUSINESS, other);

    assertThat(outcomeOf(() -> node.send(command, 0L))).isEqualTo("version-conflict");
    assertThat(node.claimedSlots()).doesNotContain(other);
  }

  @Test
  void knowsNoBookingThatWasNeverMade() {
    assertThat(outcomeOf(() -> shop.reschedule(Samples.booking(999), BUSINESS, other)))
        .isEqualTo("not-found");
  }

  private BookingId confirmed(SlotId slotId) {
    var id = shop.book(slotId);
    node.send(new ConfirmBooking(id));
    return id;
  }
}
