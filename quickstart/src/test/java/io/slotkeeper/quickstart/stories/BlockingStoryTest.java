package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockingStoryTest {

  @Test
  void keepsABlockedSlotFreeOfBookingsUntilItIsUnblocked() {
    Shop shop = Shop.open("AUTOMATIC");
    String slot = shop.freeSlots(1).getFirst();

    shop.owner().post("/api/slots/" + slot + "/block").expect(200);
    shop.awaitStatus(slot, "UNAVAILABLE");
    assertThat(shop.ownerReads().get("/api/slots/" + slot).text("status")).isEqualTo("BLOCKED");
    shop.tryToBook(slot).expectProblem(409, "slot-taken");

    shop.owner().post("/api/slots/" + slot + "/unblock").expect(200);
    shop.awaitStatus(slot, "AVAILABLE");
    shop.book(slot);
  }

  @Test
  void doesNotBlockWhatIsBooked() {
    Shop shop = Shop.open("AUTOMATIC");
    String slot = shop.freeSlots(1).getFirst();
    shop.book(slot);

    shop.owner().post("/api/slots/" + slot + "/block").expectProblem(409, "slot-taken");
  }
}
