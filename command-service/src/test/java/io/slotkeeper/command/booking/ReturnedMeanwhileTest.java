package io.slotkeeper.command.booking;

import static io.slotkeeper.api.Actor.BUSINESS;
import static io.slotkeeper.command.node.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.command.node.Invariants;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.command.slot.SlotHolders;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A booking that another node has moved away and moves back between the moment when this node reads
 * its slot and the moment when it reads the booking.
 */
@SuppressWarnings("NullAway.Init")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnedMeanwhileTest {
  private final Queue<Runnable> betweenTheTwo = new ConcurrentLinkedQueue<>();
  private Node slow;
  private Node fast;
  private Shop here;
  private Shop there;
  private BookingId booking;

  @BeforeAll
  void start() {
    var database = TestPostgres.freshDatabase();
    var clock = new SettableClock(NOW);
    slow = Node.start(database, clock, this::pausing);
    fast = Node.start(database, clock);
  }

  @AfterAll
  void stop() {
    slow.close();
    fast.close();
  }

  @BeforeEach
  void book() {
    here = Shop.open(slow, Approval.MANUAL);
    there = here.on(fast);
    booking = here.book(here.slot(0));
    slow.send(new ConfirmBooking(booking));
  }

  @AfterEach
  void everythingStoredIsSound() {
    Invariants.hold(slow);
  }

  @Test
  void isMoved() {
    movesAwayAndBack();

    assertThat(here.reschedule(booking, BUSINESS, here.slot(60)).slotId()).isEqualTo(here.slot(60));
  }

  @Test
  void isCancelled() {
    movesAwayAndBack();

    assertThat(here.cancel(booking, BUSINESS).status()).isEqualTo(BookingStatus.CANCELLED);
  }

  private void movesAwayAndBack() {
    there.reschedule(booking, BUSINESS, there.slot(120));
    betweenTheTwo.add(() -> there.reschedule(booking, BUSINESS, there.slot(0)));
  }

  private void pausing(GenericApplicationContext context) {
    context.registerBean(
        "pausing",
        SlotHolders.class,
        () -> new Pausing(context.getBean(Bookings.class)),
        definition -> definition.setPrimary(true));
  }

  /** Slots are read before it, bookings by it. */
  private final class Pausing implements SlotHolders {
    private final Bookings bookings;

    Pausing(Bookings bookings) {
      this.bookings = bookings;
    }

    @Override
    public void lock(Collection<BookingId> bookingIds) {
      var meanwhile = betweenTheTwo.poll();
      if (meanwhile != null) {
        // Not in the transaction of this thread.
        CompletableFuture.runAsync(meanwhile).join();
      }
      bookings.lock(bookingIds);
    }

    @Override
    public void expire(BookingId bookingId) {
      bookings.expire(bookingId);
    }
  }
}
