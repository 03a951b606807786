package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivacyStoryTest {

  @Test
  void hidesABookingFromOtherOwnersAndOtherCustomersAsIfItWereNotThere() {
    Shop shop = Shop.open("MANUAL");
    Shop other = Shop.open("MANUAL");
    List<String> free = shop.freeSlots(2);
    Reservation booking = shop.book(free.get(0));
    Reservation another = shop.book(free.get(1));
    booking.awaitStatus("PENDING");
    another.awaitStatus("PENDING");

    for (String stranger : List.of(other.apiKey(), another.manageToken())) {
      Town.queries().as(stranger).get(booking.path()).expectProblem(404, "not-found");
      for (String step : List.of("confirm", "reject", "cancel", "complete", "no-show")) {
        Town.commands()
            .as(stranger)
            .post(booking.path() + "/" + step)
            .expectProblem(404, "not-found");
      }
      Town.commands()
          .as(stranger)
          .post(booking.path() + "/reschedule", Map.of("slotId", free.get(2)))
          .expectProblem(404, "not-found");
    }
    assertThat(booking.awaitStatus("PENDING").text("slotId")).isEqualTo(free.get(0));
  }

  @Test
  void hidesTheBookingsOfABusinessFromOtherOwners() {
    Shop shop = Shop.open("MANUAL");
    Shop other = Shop.open("MANUAL");

    Answer refused = other.ownerReads().get(shop.path() + "/bookings");

    refused.expectProblem(404, "not-found");
    shop.ownerReads().get(shop.path() + "/bookings").expect(200);
  }

  @Test
  void asksWhoCallsWhereNobodySaysSo() {
    Shop shop = Shop.open("MANUAL");
    Reservation booking = shop.book(shop.freeSlots(2).getFirst());
    booking.awaitStatus("PENDING");

    Town.queries().get(booking.path()).expectProblem(401, "unauthenticated");
    Town.commands().post(booking.path() + "/confirm").expectProblem(401, "unauthenticated");
  }

  @Test
  void showsPhoneNumbersOfABusinessToItsOwnerOnly() {
    Shop shop = Shop.open("MANUAL");

    assertThat(Town.queries().get(shop.path()).body().has("whatsappNumber")).isFalse();
    assertThat(shop.ownerReads().get(shop.path()).text("whatsappNumber")).isEqualTo("+34612345678");
  }
}
