package io.slotkeeper.command.booking;

import static io.slotkeeper.api.Actor.BUSINESS;
import static io.slotkeeper.api.Actor.CUSTOMER;
import static io.slotkeeper.command.node.Refusals.outcomeOf;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Ids;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.RescheduleBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.AddClosure;
import io.slotkeeper.api.business.BusinessCommand.RemoveClosure;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.RotateApiKey;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.command.node.Crowd;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.platform.commands.ConflictException;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTest {

  private final SettableClock clock = new SettableClock(NOW);

  @SuppressWarnings("NullAway.Init")
  private Node one;

  @SuppressWarnings("NullAway.Init")
  private Node two;

  @SuppressWarnings("NullAway.Init")
  private Shop here;

  @SuppressWarnings("NullAway.Init")
  private Shop there;

  @BeforeAll
  void start() {
    TestDatabase database = TestPostgres.freshDatabase();
    one = Node.start(database, clock);
    two = Node.start(database, clock);
  }

  @AfterAll
  void stop() {
    one.close();
    two.close();
  }

  @BeforeEach
  void openAShop() {
    clock.set(NOW);
    here = Shop.open(one, Approval.MANUAL);
    there = here.on(two);
  }

  @AfterEach
  void everythingStoredIsSound() {
    Invariants.hold(one);
  }

  @Test
  void raceForASlotHasOneWinnerAndTheRestIsTold() {
    for (int round = 0; round < 20; round++) {
      var slotId = here.slot(30 * round);

      var outcomes =
          Crowd.of(4, number -> outcomeOf(() -> (number % 2 == 0 ? here : there).book(slotId)));

      assertThat(outcomes)
          .containsExactlyInAnyOrder("done", "slot-taken", "slot-taken", "slot-taken");
    }
  }

  @Test
  void raceForASlotWhoseReservationLapsedHasOneWinner() {
    for (int round = 0; round < 10; round++) {
      var slotId = here.slot(30 * round);
      here.book(slotId);
    }
    clock.advance(WINDOW);
    for (int round = 0; round < 10; round++) {
      var slotId = here.slot(30 * round);

      var outcomes =
          Crowd.of(4, number -> outcomeOf(() -> (number % 2 == 0 ? here : there).book(slotId)));

      assertThat(outcomes)
          .containsExactlyInAnyOrder("done", "slot-taken", "slot-taken", "slot-taken");
    }
  }

  @Test
  void staysWhereTheOtherNodeHasMovedItThoughNobodyElseCouldGoThere() {
    var first = here.slot(0);
    var second = here.slot(60);
    var booking = here.book(first);
    // Which makes this node remember where it is.
    there.node().send(new ConfirmBooking(booking));
    var moved = one.send(new RescheduleBooking(booking, BUSINESS, second));

    assertThat(two.send(new RescheduleBooking(booking, BUSINESS, second))).isEqualTo(moved);

    var third = here.slot(120);
    var movedAgain = one.send(new RescheduleBooking(booking, BUSINESS, third));
    one.send(new SuspendBusiness(here.businessId()));
    assertThat(two.send(new RescheduleBooking(booking, CUSTOMER, third))).isEqualTo(movedAgain);
    assertThat(outcomeOf(() -> two.send(new RescheduleBooking(booking, CUSTOMER, first))))
        .isEqualTo("slot-not-offered BusinessMustBeActive");
  }

  @Test
  void twoHundredClientsOnOneSlotOfOneNode() {
    var outcomes = Crowd.of(200, number -> outcomeOf(() -> here.book(here.slot(0))));

    assertThat(Collections.frequency(outcomes, "done")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "slot-taken")).isEqualTo(199);
  }

  @Test
  void twoHundredClientsOnOneSlotOfTwoNodes() {
    var outcomes =
        Crowd.of(
            200, number -> outcomeOf(() -> (number % 2 == 0 ? here : there).book(here.slot(0))));

    assertThat(Collections.frequency(outcomes, "done")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "slot-taken")).isEqualTo(199);
  }

  @Test
  void aCrowdOnOneSlotLeavesRoomForOthers() {
    var outcomes =
        Crowd.of(
            200,
            number ->
                outcomeOf(() -> here.book(here.slot(number < 180 ? 0 : 30 * (number - 179)))));

    assertThat(Collections.frequency(outcomes, "done")).isEqualTo(21);
    assertThat(Collections.frequency(outcomes, "slot-taken")).isEqualTo(179);
  }

  @Test
  void obeysAClosureOfTheOtherNodeAtOnce() {
    assertThat(there.request(there.slot(0)).status()).isEqualTo(BookingStatus.PENDING);
    var closureId = one.bean(Ids.class).newClosureId();
    var from = LocalDateTime.ofInstant(START, ZoneOffset.UTC);
    var closure = new Closure(closureId, from, from.plusHours(4), null, null);

    one.send(new AddClosure(here.businessId(), closure));
    assertThat(outcomeOf(() -> there.book(there.slot(30))))
        .isEqualTo("slot-not-offered SlotMustNotBeInAClosure");

    one.send(new RemoveClosure(here.businessId(), closureId));
    assertThat(there.request(there.slot(30)).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void obeysASuspensionOfTheOtherNodeAtOnce() {
    there.book(there.slot(0));

    one.send(new SuspendBusiness(here.businessId()));
    assertThat(outcomeOf(() -> there.book(there.slot(30))))
        .isEqualTo("slot-not-offered BusinessMustBeActive");

    one.send(new ResumeBusiness(here.businessId()));
    assertThat(there.request(there.slot(30)).status()).isEqualTo(BookingStatus.PENDING);
  }

  @Test
  void knowsAKeyThatTheOtherNodeRotatedAtOnce() {
    var keys = two.bean(OwnerKeyHashes.class);
    assertThat(keys.keyHashOf(here.businessId())).contains("0".repeat(64));

    one.send(new RotateApiKey(here.businessId(), "1".repeat(64)));

    assertThat(keys.keyHashOf(here.businessId())).contains("1".repeat(64));
  }

  @Test
  void findsABookingThatTheOtherNodeMoved() {
    var id = there.book(there.slot(0));
    two.send(new ConfirmBooking(id));
    here.reschedule(id, BUSINESS, here.slot(60));

    assertThat(there.cancel(id, BUSINESS).slotId()).isEqualTo(there.slot(60));
  }

  @Test
  void crossedMovesLeaveBothWhereTheyWere() {
    var first = here.book(here.slot(0));
    var second = here.book(here.slot(30));
    one.send(new ConfirmBooking(first));
    one.send(new ConfirmBooking(second));

    var outcomes =
        Crowd.of(
            20,
            number ->
                outcomeOf(
                    () -> {
                      var shop = number % 4 < 2 ? here : there;
                      if (number % 2 == 0) {
                        shop.reschedule(first, BUSINESS, shop.slot(30));
                      } else {
                        shop.reschedule(second, BUSINESS, shop.slot(0));
                      }
                    }));

    assertThat(outcomes).containsOnly("slot-taken");
  }

  @Test
  void chasedBookingEndsWhereItsLastMoveSays() {
    var id = here.book(here.slot(0));
    one.send(new ConfirmBooking(id));
    var targets = List.of(here.slot(30), here.slot(60), here.slot(90), here.slot(120));

    var outcomes =
        Crowd.of(
            8,
            number ->
                outcomeOf(
                    () -> {
                      try {
                        (number % 2 == 0 ? here : there)
                            .reschedule(id, BUSINESS, targets.get(number % 4));
                      } catch (ConflictException lost) {
                        assertThat(lost).isNotNull();
                      }
                    }));

    assertThat(outcomes).isSubsetOf("done", "slot-taken");
    assertThat(here.cancel(id, BUSINESS).status()).isEqualTo(BookingStatus.CANCELLED);
  }
}
