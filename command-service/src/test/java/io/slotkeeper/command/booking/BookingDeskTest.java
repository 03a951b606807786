package io.slotkeeper.command.booking;

import static io.slotkeeper.api.Actor.BUSINESS;
import static io.slotkeeper.api.Actor.CUSTOMER;
import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static io.slotkeeper.command.node.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.CompleteBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.ExpireBooking;
import io.slotkeeper.api.booking.BookingCommand.MarkNoShow;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Samples;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.platform.commands.ConflictException;
import io.slotkeeper.platform.security.BookingOwners;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookingDeskTest {

  private final SettableClock clock = new SettableClock(NOW);

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Shop shop;

  @SuppressWarnings("NullAway.Init")
  private SlotId slotId;

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
    slotId = shop.slot(0);
  }

  @AfterEach
  void everythingStoredIsSound() {
    Invariants.hold(node);
  }

  @Test
  void requestReservesTheSlot() {
    var receipt = shop.request(slotId);

    assertThat(receipt.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(receipt.slotId()).isEqualTo(slotId);
    assertThat(receipt.start()).isEqualTo(START);
    assertThat(receipt.end()).isEqualTo(START.plus(Samples.LENGTH));
    assertThat(receipt.version()).isZero();
    assertThat(node.eventNames(receipt.bookingId())).containsExactly("BookingRequested");
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved");
    assertThat(node.claimedSlots()).contains(slotId);
    assertThat(((BookingRequested) node.events(receipt.bookingId()).getFirst()).until())
        .isEqualTo(NOW.plus(WINDOW));
  }

  @Test
  void requestBooksTheSlotWhereApprovalIsAutomatic() {
    shop = Shop.open(node, Approval.AUTOMATIC);

    var receipt = shop.request(shop.slot(0));

    assertThat(receipt.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(receipt.version()).isEqualTo(1);
    assertThat(node.eventNames(receipt.bookingId()))
        .containsExactly("BookingRequested", "BookingConfirmed");
    assertThat(node.eventNames(shop.slot(0))).containsExactly("SlotReserved", "SlotBooked");
  }

  @Test
  void refusesSecondBookingOfTheSameSlot() {
    shop.book(slotId);
    var second = node.newBookingId();

    assertThat(outcomeOf(() -> node.send(request(second, slotId)))).isEqualTo("slot-taken");
    assertThat(node.events(second)).isEmpty();
  }

  @Test
  void refusesWhatTheBusinessDoesNotOffer() {
    assertThat(outcomeOf(() -> shop.book(shop.slot(7))))
        .isEqualTo("slot-not-offered SlotMustBeOnTheTimetable");
    node.send(new SuspendBusiness(shop.businessId()));
    assertThat(outcomeOf(() -> shop.book(slotId)))
        .isEqualTo("slot-not-offered BusinessMustBeActive");
    assertThat(node.events(slotId)).isEmpty();
  }

  @Test
  void refusesTheSlotOfABusinessThatDoesNotExist() {
    var foreign = new SlotId(Samples.business(999), shop.resourceIds().getFirst(), START);

    assertThat(outcomeOf(() -> node.send(request(node.newBookingId(), foreign))))
        .isEqualTo("slot-not-offered BusinessMustExist");
  }

  @Test
  void changesNeitherWhereTheBookingCannotBeStored() {
    var taken = shop.book(slotId);
    var other = shop.slot(60);

    assertThatThrownBy(() -> node.send(request(taken, other)))
        .isInstanceOf(ConflictException.class);

    assertThat(node.events(other)).isEmpty();
    assertThat(node.claimedSlots()).doesNotContain(other);
    assertThat(shop.request(other).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void confirmBooksTheSlot() {
    var id = shop.book(slotId);

    var receipt = node.send(new ConfirmBooking(id));

    assertThat(receipt.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(receipt.version()).isEqualTo(1);
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved", "SlotBooked");
    clock.advance(WINDOW);
    assertThat(outcomeOf(() -> shop.book(slotId))).isEqualTo("slot-taken");
  }

  @Test
  void answersTheSameWhenConfirmIsRepeated() {
    var id = shop.book(slotId);
    var first = node.send(new ConfirmBooking(id));

    assertThat(node.send(new ConfirmBooking(id))).isEqualTo(first);
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved", "SlotBooked");
  }

  @Test
  void rejectFreesTheSlot() {
    var id = shop.book(slotId);

    assertThat(node.send(new RejectBooking(id, "Full")).status()).isEqualTo(BookingStatus.REJECTED);
    assertThat(node.send(new RejectBooking(id, "Full")).version()).isEqualTo(1);
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved", "SlotReleased");
    assertThat(shop.request(slotId).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void cancelFreesTheSlot() {
    var id = shop.book(slotId);
    node.send(new ConfirmBooking(id));

    var receipt = shop.cancel(id, CUSTOMER);

    assertThat(receipt.status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(shop.cancel(id, BUSINESS)).isEqualTo(receipt);
    assertThat(node.eventNames(slotId))
        .containsExactly("SlotReserved", "SlotBooked", "SlotReleased");
    assertThat(shop.request(slotId).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void takesTheCutOffFromThePolicyThatHoldsNow() {
    var id = shop.book(slotId);
    node.send(new ConfirmBooking(id));
    clock.set(START.minus(Samples.CUT_OFF));

    assertThat(outcomeOf(() -> shop.cancel(id, CUSTOMER)))
        .isEqualTo("too-late CustomerMustCancelBeforeTheCutOff");
    assertThat(shop.cancel(id, BUSINESS).status()).isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void expireFreesTheSlotOnceTheWindowHasPassed() {
    var id = shop.book(slotId);
    assertThat(outcomeOf(() -> node.send(new ExpireBooking(id))))
        .isEqualTo("illegal-transition ApprovalWindowMustHavePassed from PENDING");
    clock.advance(WINDOW);

    assertThat(node.send(new ExpireBooking(id)).status()).isEqualTo(BookingStatus.EXPIRED);
    assertThat(node.send(new ExpireBooking(id)).version()).isEqualTo(1);
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved", "SlotReleased");
  }

  @Test
  void aTimerThatFiresLateDoesNoHarm() {
    var id = shop.book(slotId);
    var confirmed = node.send(new ConfirmBooking(id));
    clock.advance(WINDOW);

    assertThat(node.send(new ExpireBooking(id))).isEqualTo(confirmed);
    assertThat(node.eventNames(slotId)).containsExactly("SlotReserved", "SlotBooked");
  }

  @Test
  void nobodyNeedsATimerToTakeASlotWhoseReservationLapsed() {
    var first = shop.book(slotId);
    clock.advance(WINDOW);
    assertThat(outcomeOf(() -> node.send(new ConfirmBooking(first))))
        .isEqualTo("illegal-transition OnlyPendingBookingCanBeConfirmed from EXPIRED");

    var second = shop.book(slotId);

    assertThat(node.eventNames(first)).containsExactly("BookingRequested", "BookingExpired");
    assertThat(node.eventNames(second)).containsExactly("BookingRequested");
    assertThat(node.eventNames(slotId))
        .containsExactly("SlotReserved", "SlotReleased", "SlotReserved");
    assertThat(node.send(new ExpireBooking(first)).status()).isEqualTo(BookingStatus.EXPIRED);
    assertThat(node.send(new ConfirmBooking(second)).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void completeAndNoShowLeaveTheSlotTaken() {
    var came = shop.book(slotId);
    var stayedAway = shop.book(shop.slot(30));
    node.send(new ConfirmBooking(came));
    node.send(new ConfirmBooking(stayedAway));
    assertThat(outcomeOf(() -> node.send(new CompleteBooking(came))))
        .isEqualTo("illegal-transition BookingMustHaveBegun from CONFIRMED");
    clock.set(START.plus(Duration.ofHours(1)));

    assertThat(node.send(new CompleteBooking(came)).status()).isEqualTo(BookingStatus.COMPLETED);
    assertThat(node.send(new MarkNoShow(stayedAway)).status()).isEqualTo(BookingStatus.NO_SHOW);
    assertThat(node.claimedSlots()).contains(slotId, shop.slot(30));
  }

  @Test
  void knowsNoBookingThatWasNeverMade() {
    var nobody = Samples.booking(999);

    assertThat(outcomeOf(() -> node.send(new ConfirmBooking(nobody)))).isEqualTo("not-found");
    assertThat(outcomeOf(() -> node.send(new CompleteBooking(nobody)))).isEqualTo("not-found");
    assertThat(outcomeOf(() -> shop.cancel(nobody, BUSINESS))).isEqualTo("not-found");
    assertThat(node.bean(BookingOwners.class).businessOf(nobody)).isEmpty();
  }

  @Test
  void refusesACallerWhoHasSeenAnOlderVersion() {
    var id = shop.book(slotId);
    node.send(new ConfirmBooking(id));

    assertThat(outcomeOf(() -> node.send(new RejectBooking(id, null), 0L)))
        .isEqualTo("version-conflict");
    assertThat(node.send(new ConfirmBooking(id), 1L).version()).isEqualTo(1);
  }

  @Test
  void knowsWhoseBookingItIs() {
    var id = shop.book(slotId);

    assertThat(node.bean(BookingOwners.class).businessOf(id)).contains(shop.businessId());
  }
}
