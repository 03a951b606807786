package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people see on their phones, and what comes of what they tap and write. */
class WhatsAppStoryTest {

  @Test
  void asksTheOwnerWhoTapsConfirmAndTellsTheCustomer() {
    var owner = Town.phone("+34611000001");
    var customer = Town.phone("+34611000002");
    Shop shop = Shop.open("MANUAL", owner.number(), "en");
    Reservation booking = shop.book(shop.freeSlots(1).getFirst(), customer.number());

    var question = owner.awaitButton("Confirm");
    assertThat(question.path("kind").asString()).isEqualTo("template");
    assertThat(question.path("text").asString()).contains("Story Customer");
    customer.awaitText("Story");
    owner.tap(question, "Confirm");

    booking.awaitStatus("CONFIRMED");
    owner.awaitText("You have confirmed");
    assertThat(customer.awaitText("confirmed").path("kind").asString()).isEqualTo("template");

    owner.tap(question, "Reject");
    owner.awaitText("already");
    booking.awaitStatus("CONFIRMED");
  }

  @Test
  void speaksSpanishToASalonThatDoes() {
    var owner = Town.phone("+34611000003");
    var customer = Town.phone("+34611000004");
    Shop shop = Shop.open("MANUAL", owner.number(), "es");
    Reservation booking = shop.book(shop.freeSlots(1).getFirst(), customer.number());

    owner.tap(owner.awaitButton("Rechazar"), "Rechazar");

    booking.awaitStatus("REJECTED");
    customer.awaitText("no indicado");
  }

  @Test
  void letsTheCustomerCancelInTheChat() {
    var owner = Town.phone("+34611000005");
    var customer = Town.phone("+34611000006");
    Shop shop = Shop.open("AUTOMATIC", owner.number(), "en");
    Reservation booking = shop.book(shop.freeSlots(2).getFirst(), customer.number());
    customer.awaitText("confirmed");

    customer.say("Cancel");
    var offer = customer.awaitButton("Cancel booking");
    assertThat(offer.path("kind").asString()).isEqualTo("buttons");
    customer.tap(offer, "Cancel booking");

    booking.awaitStatus("CANCELLED");
    owner.awaitText("Story Customer");
    customer.say("cancel");
    customer.awaitText("no booking that");
  }

  @Test
  void obeysStopAndStart() {
    var customer = Town.phone("+34611000008");
    Shop shop = Shop.open("AUTOMATIC", "+34611000007", "en");
    shop.book(shop.freeSlots(2).getFirst(), customer.number());
    customer.awaitText("confirmed");
    customer.say("STOP");
    customer.awaitText("hear no more");
    int before = customer.messages().size();

    Reservation unheard = shop.book(shop.freeSlots(2).getFirst(), customer.number());
    awaitNotification(shop, unheard, "FAILED");
    assertThat(customer.messages()).hasSize(before);

    Town.pass(Duration.ofSeconds(2));
    customer.say("START");
    customer.awaitText("here again");
    Reservation heard = shop.book(shop.freeSlots(2).getFirst(), customer.number());
    awaitNotification(shop, heard, "DELIVERED");
  }

  @Test
  void remindsTheCustomerOnce() {
    var customer = Town.phone("+34611000010");
    Shop shop = Shop.open("AUTOMATIC", "+34611000009", "en");
    shop.owner()
        .send(
            "PUT", shop.path() + "/policy", Shop.policy("AUTOMATIC", "PT30M", 30, List.of("PT24H")))
        .expect(200);
    Reservation booking = shop.book(shop.freeSlots(3).getFirst(), customer.number());
    customer.awaitText("confirmed");

    Town.passTo(booking.slotId().start().minus(Duration.ofHours(24)));

    customer.awaitText("eminder");
    var reminders =
        notifications(shop, booking)
            .filter(each -> each.path("kind").asString().equals("REMINDER"));
    assertThat(reminders).hasSize(1);
  }

  @Test
  void expiresWhatNobodyAnswersAndSaysSo() {
    var customer = Town.phone("+34611000012");
    Shop shop = Shop.open("MANUAL", "+34611000011", "en");
    Reservation booking = shop.book(shop.freeSlots(3).getFirst(), customer.number());
    customer.awaitText("Story");

    Town.pass(Duration.ofHours(2).plusSeconds(1));

    booking.awaitStatus("EXPIRED");
    awaitNotification(shop, booking, "BOOKING_EXPIRED", "DELIVERED");
  }

  private static void awaitNotification(Shop shop, Reservation booking, String status) {
    awaitNotification(shop, booking, "BOOKING_CONFIRMED", status);
  }

  private static void awaitNotification(
      Shop shop, Reservation booking, String kind, String status) {
    await()
        .untilAsserted(
            () ->
                assertThat(notifications(shop, booking))
                    .anyMatch(
                        each ->
                            each.path("kind").asString().equals(kind)
                                && each.path("status").asString().equals(status)));
  }

  private static Stream<JsonNode> notifications(Shop shop, Reservation booking) {
    return shop.ownerReads()
        .get(shop.path() + "/notifications?limit=200")
        .expect(200)
        .body()
        .path("notifications")
        .valueStream()
        .filter(each -> each.path("bookingId").asString().equals(booking.id()));
  }
}
