package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingStoryTest {

  @Test
  void browsesBooksApprovesAndCompletes() {
    Shop shop = Shop.open("MANUAL");
    String slot = shop.freeSlots(1).getFirst();
    assertThat(shop.status(slot)).isEqualTo("AVAILABLE");

    Reservation booking = shop.book(slot);
    Answer seen = booking.awaitStatus("PENDING");
    assertThat(seen.body().path("customer").path("name").asString()).isEqualTo("Story Customer");
    assertThat(seen.text("note")).isEqualTo("By the window");
    shop.awaitStatus(slot, "UNAVAILABLE");
    assertThat(shop.ownerReads().get("/api/slots/" + slot).text("status")).isEqualTo("RESERVED");
    shop.tryToBook(slot).expectProblem(409, "slot-taken");

    assertThat(booking.ownerDoes("confirm").expect(200).text("status")).isEqualTo("CONFIRMED");
    booking.awaitStatus("CONFIRMED");
    shop.awaitStatus(slot, "UNAVAILABLE");
    booking.ownerDoes("complete").expectProblem(409, "illegal-transition");

    Town.passTo(booking.slotId().start());
    assertThat(booking.ownerDoes("complete").expect(200).text("status")).isEqualTo("COMPLETED");
    booking.awaitStatus("COMPLETED");
  }

  @Test
  void approvesAtOnceWhereTheOwnerWantsItSo() {
    Shop shop = Shop.open("AUTOMATIC");
    String slot = shop.freeSlots(1).getFirst();

    Answer made = shop.tryToBook(slot).expect(201);

    assertThat(made.text("status")).isEqualTo("CONFIRMED");
    shop.awaitStatus(slot, "UNAVAILABLE");
    shop.tryToBook(slot).expectProblem(409, "slot-taken");
  }

  @Test
  void freesTheSlotOfARejectedBooking() {
    Shop shop = Shop.open("MANUAL");
    String slot = shop.freeSlots(1).getFirst();
    Reservation booking = shop.book(slot);

    shop.owner()
        .post(booking.path() + "/reject", Map.of("reason", "Holiday after all"))
        .expect(200);

    assertThat(booking.awaitStatus("REJECTED").text("reason")).isEqualTo("Holiday after all");
    shop.awaitStatus(slot, "AVAILABLE");
    shop.book(slot);
    booking.ownerDoes("confirm").expectProblem(409, "illegal-transition");
  }

  @Test
  void marksWhoDidNotCome() {
    Shop shop = Shop.open("AUTOMATIC");
    Reservation booking = shop.book(shop.freeSlots(1).getFirst());

    Town.passTo(booking.slotId().start());
    booking.ownerDoes("no-show").expect(200);

    booking.awaitStatus("NO_SHOW");
    booking.ownerDoes("complete").expectProblem(409, "illegal-transition");
  }
}
