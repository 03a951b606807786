package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReschedulingStoryTest {

  @Test
  void movesABookingAndFreesTheOldSlot() {
    Shop shop = Shop.open("AUTOMATIC");
    List<String> free = shop.freeSlots(3);
    Reservation booking = shop.book(free.getFirst());

    Answer moved = booking.customerDoes("reschedule", Map.of("slotId", free.getLast())).expect(200);

    assertThat(moved.text("bookingId")).isEqualTo(booking.id());
    assertThat(moved.text("status")).isEqualTo("CONFIRMED");
    Shop.eventually(
        () -> booking.customerReads().get(booking.path()),
        answer -> answer.text("slotId").equals(free.getLast()));
    shop.awaitStatus(free.getFirst(), "AVAILABLE");
    shop.awaitStatus(free.getLast(), "UNAVAILABLE");
    shop.tryToBook(free.getLast()).expectProblem(409, "slot-taken");
  }

  @Test
  void asksTheOwnerAgainWhereTheOwnerApproves() {
    Shop shop = Shop.open("MANUAL");
    List<String> free = shop.freeSlots(3);
    Reservation booking = shop.book(free.getFirst());
    booking.ownerDoes("confirm").expect(200);

    booking.customerDoes("reschedule", Map.of("slotId", free.getLast())).expect(200);

    booking.awaitStatus("PENDING");
    shop.awaitStatus(free.getFirst(), "AVAILABLE");
  }

  @Test
  void changesNothingWhereTheNewSlotIsTaken() {
    Shop shop = Shop.open("AUTOMATIC");
    List<String> free = shop.freeSlots(3);
    Reservation booking = shop.book(free.getFirst());
    shop.book(free.getLast());

    booking
        .customerDoes("reschedule", Map.of("slotId", free.getLast()))
        .expectProblem(409, "slot-taken");

    assertThat(booking.awaitStatus("CONFIRMED").text("slotId")).isEqualTo(free.getFirst());
    shop.tryToBook(free.getFirst()).expectProblem(409, "slot-taken");
  }
}
