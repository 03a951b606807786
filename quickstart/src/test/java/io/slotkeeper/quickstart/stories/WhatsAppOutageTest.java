package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.simulator.SentMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** WhatsApp is down for ten minutes while people book. */
class WhatsAppOutageTest {

  private static final int BOOKINGS = 500;
  private static final int CUSTOMERS = 100;
  private static final int CANCELLED_OF_TEN = 1;
  private static final int PAGE = 200;
  private static final Duration OUTAGE = Duration.ofMinutes(10);
  private static final Set<String> TAKEN = Set.of("ACCEPTED", "DELIVERED");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Http simulator = Http.anyone(Town.quickstart().simulator().url());

  @AfterEach
  void worksAgain() {
    simulator.send("PUT", "/simulator/faults", Map.of()).expect(200);
  }

  @Test
  void losesNothingDoublesNothingAndKeepsTheOrder() {
    Shop shop = Shop.open("AUTOMATIC", "+34611999999", "en");
    var slots = slots(shop);
    simulator.send("PUT", "/simulator/faults", Map.of("error", 131016)).expect(200);
    for (int i = 0; i < BOOKINGS; i++) {
      if (i == BOOKINGS / 2) {
        // From failing fast to hanging: whoever books must not notice either.
        simulator
            .send("PUT", "/simulator/faults", Map.of("error", 131016, "delayMs", 2000))
            .expect(200);
      }
      Reservation booking = shop.book(slots.get(i), phone(i % CUSTOMERS));
      if (i % 10 < CANCELLED_OF_TEN) {
        shop.owner().post(booking.path() + "/cancel", Map.of()).expect(200);
      }
      Town.pass(OUTAGE.dividedBy(BOOKINGS));
    }
    int expected = BOOKINGS + BOOKINGS * CANCELLED_OF_TEN / 10;
    assertThat(sent(shop)).isEmpty();

    simulator.send("PUT", "/simulator/faults", Map.of()).expect(200);

    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              var all = notifications(shop);
              passUnlessOneIsOnItsWay(all);
              assertThat(all)
                  .hasSize(expected)
                  .filteredOn(each -> !TAKEN.contains(status(each)))
                  .isEmpty();
            });
    var names = sent(shop).stream().map(each -> each.callbackData().orElseThrow()).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(
            byRecipient(
                sent(shop).stream()
                    .map(each -> Map.entry(each.to(), each.callbackData().orElseThrow()))))
        .isEqualTo(
            byRecipient(
                notifications(shop).reversed().stream()
                    .map(
                        each ->
                            Map.entry(
                                each.path("phone").asString(),
                                each.path("notificationId").asString()))));
  }

  /**
   * What waits up to a quarter of an hour need not keep a test that long. But while a message is on
   * its way, nobody's clock may leap: a slow answer would seem to be none, and be asked for again.
   */
  private static void passUnlessOneIsOnItsWay(List<JsonNode> notifications) {
    if (notifications.stream().noneMatch(each -> status(each).equals("ATTEMPTED"))) {
      Town.pass(Duration.ofSeconds(20));
    }
  }

  private static String status(JsonNode notification) {
    return notification.path("status").asString();
  }

  private static List<String> slots(Shop shop) {
    var slots = new ArrayList<String>();
    for (int day = 2; slots.size() < BOOKINGS; day++) {
      slots.addAll(shop.freeSlots(day));
    }
    return slots;
  }

  private static String phone(int customer) {
    return "+3461180%04d".formatted(customer);
  }

  /** What WhatsApp has taken for this shop. */
  private static List<SentMessage> sent(Shop shop) {
    Set<String> ours = new HashSet<>();
    notifications(shop).forEach(each -> ours.add(each.path("notificationId").asString()));
    return Town.quickstart().simulator().received().stream()
        .filter(message -> message.callbackData().filter(ours::contains).isPresent())
        .toList();
  }

  /** Newest first. */
  private static List<JsonNode> notifications(Shop shop) {
    var all = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      JsonNode page =
          shop.ownerReads()
              .get(shop.path() + "/notifications?limit=%d%s".formatted(PAGE, cursor))
              .expect(200)
              .body();
      page.path("notifications").forEach(all::add);
      cursor =
          Optional.ofNullable(page.path("nextCursor").asString(null))
              .map(next -> "&cursor=" + next)
              .orElse("");
    } while (!cursor.isEmpty());
    return all;
  }

  private static Map<String, List<String>> byRecipient(Stream<Map.Entry<String, String>> messages) {
    var byRecipient = new HashMap<String, List<String>>();
    messages.forEach(
        each ->
            byRecipient
                .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                .add(each.getValue()));
    return byRecipient;
  }
}
