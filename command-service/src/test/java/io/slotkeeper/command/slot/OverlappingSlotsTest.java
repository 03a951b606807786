package io.slotkeeper.command.slot;

import static io.slotkeeper.api.Actor.BUSINESS;
import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.slot.SlotCommand.BlockSlot;
import io.slotkeeper.command.node.Crowd;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After a change of the slot length, slots with different ids overlap in real time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverlappingSlotsTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final Duration HOUR = Duration.ofMinutes(60);
  private static final Duration LONG = Duration.ofMinutes(90);

  private final SettableClock clock = new SettableClock(NOW);
  private final TestDatabase database = TestPostgres.freshDatabase();

  @SuppressWarnings("NullAway.Init")
  private Node node;

  @SuppressWarnings("NullAway.Init")
  private Shop shop;

  @BeforeAll
  void start() {
    node = Node.start(database, clock);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void openAShop() {
    clock.set(NOW);
    shop = Shop.open(node, Approval.MANUAL);
  }

  @AfterEach
  void everythingStoredIsSound() {
    Invariants.hold(node);
  }

  @Test
  void refusesASlotThatOverlapsABookedOneWithAnotherId() {
    shop.book(shop.slot(30));
    shop.setPolicy(Approval.MANUAL, HOUR);

    assertThat(outcomeOf(() -> shop.book(shop.slot(0)))).isEqualTo("slot-taken");
    assertThat(outcomeOf(() -> node.send(new BlockSlot(shop.slot(0))))).isEqualTo("slot-taken");
    assertThat(shop.request(shop.slot(60)).status()).isEqualTo(BookingStatus.PENDING);
    assertThat(node.events(shop.slot(0))).isEmpty();
  }

  @Test
  void refusesASlotWithinABlockedOne() {
    shop.setPolicy(Approval.MANUAL, HOUR);
    node.send(new BlockSlot(shop.slot(0)));
    shop.setPolicy(Approval.MANUAL, HALF_AN_HOUR);

    assertThat(outcomeOf(() -> shop.book(shop.slot(30)))).isEqualTo("slot-taken");
    assertThat(outcomeOf(() -> node.send(new BlockSlot(shop.slot(30))))).isEqualTo("slot-taken");
  }

  @Test
  void anotherResourceIsNotInTheWay() {
    shop = Shop.open(node, 2, Approval.MANUAL);
    shop.book(shop.slot(1, START.plus(HALF_AN_HOUR)));
    shop.setPolicy(Approval.MANUAL, HOUR);

    assertThat(shop.request(shop.slot(0)).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void clearsAllReservationsInTheWayThatLapsed() {
    var first = shop.book(shop.slot(0));
    var second = shop.book(shop.slot(30));
    clock.advance(WINDOW);
    shop.setPolicy(Approval.MANUAL, HOUR);

    var third = shop.book(shop.slot(0));

    assertThat(node.eventNames(first)).containsExactly("BookingRequested", "BookingExpired");
    assertThat(node.eventNames(second)).containsExactly("BookingRequested", "BookingExpired");
    assertThat(node.eventNames(third)).containsExactly("BookingRequested");
    assertThat(node.eventNames(shop.slot(30))).containsExactly("SlotReserved", "SlotReleased");
  }

  @Test
  void clearsNothingWhereOneInTheWayIsAlive() {
    var lapsed = shop.book(shop.slot(0));
    var alive = shop.book(shop.slot(30));
    node.send(new ConfirmBooking(alive));
    clock.advance(WINDOW);
    shop.setPolicy(Approval.MANUAL, HOUR);

    assertThat(outcomeOf(() -> shop.book(shop.slot(0)))).isEqualTo("slot-taken");
    assertThat(node.eventNames(lapsed)).containsExactly("BookingRequested");
  }

  @Test
  void movesABookingToASlotThatOverlapsItsOwn() {
    var id = shop.book(shop.slot(30));
    node.send(new ConfirmBooking(id));
    shop.setPolicy(Approval.MANUAL, HOUR);

    var receipt = shop.reschedule(id, BUSINESS, shop.slot(0));

    assertThat(receipt.end()).isEqualTo(START.plus(HOUR));
    assertThat(node.eventNames(shop.slot(30)))
        .containsExactly("SlotReserved", "SlotBooked", "SlotReleased");
  }

  @Test
  void holdsWhileSlotLengthsChangeUnderACrowdOnTwoNodes() {
    try (var other = Node.start(database, clock)) {
      var nodes = List.of(shop, shop.on(other));
      Crowd.of(
          12,
          number -> {
            var random = new Random(number);
            for (int i = 0; i < 15; i++) {
              var here = nodes.get(random.nextInt(2));
              if (number == 0) {
                var length = List.of(HALF_AN_HOUR, HOUR, LONG).get(random.nextInt(3));
                here.setPolicy(Approval.AUTOMATIC, length);
              } else {
                var slotId = here.slot(30 * random.nextInt(16));
                outcomeOf(() -> here.cancel(here.book(slotId), BUSINESS));
                outcomeOf(() -> here.book(slotId));
              }
            }
            return "done";
          });
    }
    assertThat(Invariants.holds(node)).isNotEmpty();
  }
}
