package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CancellationStoryTest {

  @Test
  void freesTheSlotWhenTheCustomerCancels() {
    Shop shop = Shop.open("AUTOMATIC");
    Reservation booking = shop.book(shop.freeSlots(2).getFirst());

    booking.customerDoes("cancel", Map.of("reason", "Ill")).expect(200);

    Answer seen = booking.awaitStatus("CANCELLED");
    assertThat(seen.text("cancelledBy")).isEqualTo("CUSTOMER");
    shop.awaitStatus(booking.slotId().toString(), "AVAILABLE");
    shop.book(booking.slotId().toString());
  }

  @Test
  void freesTheSlotWhenTheOwnerCancels() {
    Shop shop = Shop.open("MANUAL");
    Reservation booking = shop.book(shop.freeSlots(2).getFirst());

    booking.ownerDoes("cancel").expect(200);

    assertThat(booking.awaitStatus("CANCELLED").text("cancelledBy")).isEqualTo("BUSINESS");
    shop.awaitStatus(booking.slotId().toString(), "AVAILABLE");
  }

  @Test
  void answersARepeatedCancellationAsTheFirst() {
    Shop shop = Shop.open("AUTOMATIC");
    Reservation booking = shop.book(shop.freeSlots(2).getFirst());

    Answer first = booking.customerDoes("cancel", Map.of()).expect(200);
    Answer second = booking.customerDoes("cancel", Map.of()).expect(200);

    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void letsTheOwnerCancelAfterTheCutOffAndTheCustomerNot() {
    Shop shop = Shop.open("AUTOMATIC");
    Reservation booking = shop.book(shop.freeSlots(1).getFirst());

    Town.passTo(booking.slotId().start().minus(Duration.ofHours(1)));

    booking.customerDoes("cancel", Map.of()).expectProblem(422, "too-late");
    booking.ownerDoes("cancel").expect(200);
  }
}
