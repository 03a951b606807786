package io.slotkeeper.command.slot;

import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.api.slot.SlotCommand.UnblockSlot;
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
class SlotDeskTest {

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
  void keepsABlockedSlotFreeOfBookings() {
    assertThat(node.send(new BlockSlot(slotId))).isZero();

    assertThat(outcomeOf(() -> shop.book(slotId))).isEqualTo("slot-taken");
    assertThat(node.send(new UnblockSlot(slotId))).isEqualTo(1);
    assertThat(shop.request(slotId).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void refusesToBlockWhatIsReservedOrBooked() {
    var id = shop.book(slotId);
    assertThat(outcomeOf(() -> node.send(new BlockSlot(slotId)))).isEqualTo("slot-taken");

    node.send(new ConfirmBooking(id));
    assertThat(outcomeOf(() -> node.send(new BlockSlot(slotId)))).isEqualTo("slot-taken");
  }

  @Test
  void refusesToBlockWhatIsBlocked() {
    node.send(new BlockSlot(slotId));

    assertThat(outcomeOf(() -> node.send(new BlockSlot(slotId))))
        .isEqualTo("illegal-transition OnlyFreeSlotCanBeBlocked from BLOCKED");
  }

  @Test
  void refusesToUnblockWhatIsNotBlocked() {
    assertThat(outcomeOf(() -> node.send(new UnblockSlot(slotId))))
        .isEqualTo("illegal-transition OnlyBlockedSlotCanBeUnblocked from AVAILABLE");
    shop.book(slotId);
    assertThat(outcomeOf(() -> node.send(new UnblockSlot(slotId))))
        .isEqualTo("illegal-transition OnlyBlockedSlotCanBeUnblocked from RESERVED");
  }

  @Test
  void blocksWhereAReservationLapsed() {
    var lapsed = shop.book(slotId);
    clock.advance(WINDOW);

    assertThat(node.send(new BlockSlot(slotId))).isEqualTo(2);

    assertThat(node.eventNames(lapsed)).containsExactly("BookingRequested", "BookingExpired");
    assertThat(node.eventNames(slotId))
        .containsExactly("SlotReserved", "SlotReleased", "SlotBlocked");
  }

  @Test
  void blocksWhereAReservationLapsedForAnOwnerWhoHasSeenItsVersion() {
    shop.book(slotId);
    clock.advance(WINDOW);

    assertThat(outcomeOf(() -> node.send(new BlockSlot(slotId), 1L))).isEqualTo("version-conflict");
    assertThat(node.send(new BlockSlot(slotId), 0L)).isEqualTo(2);
  }

  @Test
  void blocksOnlyWhatIsOnTheTimetable() {
    assertThat(outcomeOf(() -> node.send(new BlockSlot(shop.slot(7)))))
        .isEqualTo("slot-not-offered SlotMustBeOnTheTimetable");
    var nobodys = new SlotId(Samples.business(999), shop.resourceIds().getFirst(), START);
    assertThat(outcomeOf(() -> node.send(new BlockSlot(nobodys)))).isEqualTo("not-found");
    clock.set(START);
    assertThat(outcomeOf(() -> node.send(new BlockSlot(slotId))))
        .isEqualTo("slot-not-offered SlotMustNotHaveBegun");
  }

  @Test
  void blocksWhileTheBusinessIsSuspended() {
    node.send(new SuspendBusiness(shop.businessId()));

    assertThat(node.send(new BlockSlot(slotId))).isZero();
  }

  @Test
  void refusesACallerWhoHasSeenAnOlderVersion() {
    node.send(new BlockSlot(slotId));

    assertThat(outcomeOf(() -> node.send(new UnblockSlot(slotId), 7L)))
        .isEqualTo("version-conflict");
    assertThat(outcomeOf(() -> node.send(new BlockSlot(shop.slot(60)), 0L)))
        .isEqualTo("version-conflict");
    assertThat(node.send(new UnblockSlot(slotId), 0L)).isEqualTo(1);
  }
}
