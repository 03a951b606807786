package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpiryStoryTest {

  private static final Duration BEYOND_THE_WINDOW = Duration.ofHours(2).plusSeconds(1);

  @Test
  void readsAnUnansweredBookingAsExpiredAndItsSlotAsFree() {
    Shop shop = Shop.open("MANUAL");
    Reservation booking = shop.book(shop.freeSlots(5).getFirst());
    booking.awaitStatus("PENDING");
    shop.awaitStatus(booking.slotId().toString(), "UNAVAILABLE");

    Town.pass(BEYOND_THE_WINDOW);

    assertThat(booking.customerReads().get(booking.path()).text("status")).isEqualTo("EXPIRED");
    assertThat(shop.status(booking.slotId().toString())).isEqualTo("AVAILABLE");
    var days = IntStream.of(4, 5).mapToObj(shop::freeSlots);
    // Midnight may have passed, and days are counted from today.
    assertThat(days.flatMap(List::stream)).contains(booking.slotId().toString());
  }

  @Test
  void givesTheSlotOfAnUnansweredBookingToTheNextCustomer() {
    Shop shop = Shop.open("MANUAL");
    Reservation late = shop.book(shop.freeSlots(5).getFirst());

    Town.pass(BEYOND_THE_WINDOW);
    Reservation next = shop.book(late.slotId().toString());

    next.awaitStatus("PENDING");
    late.awaitStatus("EXPIRED");
    late.ownerDoes("confirm").expectProblem(409, "illegal-transition");
    next.ownerDoes("confirm").expect(200);
    next.awaitStatus("CONFIRMED");
  }

  @Test
  void doesNotLetTheOwnerApproveTooLate() {
    Shop shop = Shop.open("MANUAL");
    Reservation booking = shop.book(shop.freeSlots(5).getFirst());

    Town.pass(BEYOND_THE_WINDOW);

    booking.ownerDoes("confirm").expectProblem(409, "illegal-transition");
  }
}
