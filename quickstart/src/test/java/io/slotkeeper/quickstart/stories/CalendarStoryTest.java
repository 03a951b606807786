package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an owner sees who has subscribed to the bookings. */
class CalendarStoryTest {

  private final Shop shop = Shop.open("MANUAL");
  private final List<String> free = shop.freeSlots(3);

  @Test
  void followsABookingUntilTheLinkIsReplaced() {
    String link = newLink();
    Reservation booking = shop.book(free.getFirst());
    Map<String, String> pending = awaitEntry(link, booking, "TENTATIVE");

    booking.ownerDoes("confirm").expect(200);
    Map<String, String> confirmed = awaitEntry(link, booking, "CONFIRMED");
    assertThat(sequence(confirmed)).isGreaterThan(sequence(pending));
    assertThat(start(confirmed)).isEqualTo(start(pending));

    booking.customerDoes("reschedule", Map.of("slotId", free.getLast())).expect(200);
    Map<String, String> moved = awaitEntry(link, booking, "TENTATIVE");
    assertThat(sequence(moved)).isGreaterThan(sequence(confirmed));
    assertThat(start(moved)).isNotEqualTo(start(confirmed));

    booking.ownerDoes("cancel").expect(200);
    assertThat(sequence(awaitEntry(link, booking, "CANCELLED"))).isGreaterThan(sequence(moved));

    String replaced = newLink();
    Shop.eventually(() -> Town.queries().get(link), answer -> answer.status() == 404)
        .expectProblem(404, "not-found");
    assertThat(entries(replaced, booking)).hasSize(1);
  }

  private String newLink() {
    String link =
        shop.owner().post(shop.path() + "/calendar-link/rotate").expect(200).text("calendarPath");
    Shop.eventually(() -> Town.queries().get(link), answer -> answer.status() == 200);
    return link;
  }

  private static Map<String, String> awaitEntry(String link, Reservation booking, String status) {
    await()
        .untilAsserted(
            () ->
                assertThat(entries(link, booking))
                    .extracting(entry -> entry.get("STATUS"))
                    .containsExactly(status));
    return entries(link, booking).getFirst();
  }

  /** The entries with the booking's UID: a calendar that had two would show it twice. */
  private static List<Map<String, String>> entries(String link, Reservation booking) {
    Answer calendar = Town.queries().get(link).expect(200);
    assertThat(calendar.contentType()).startsWith("text/calendar");
    String unfolded = calendar.body().asString().replace("\r\n ", "");
    return List.of(unfolded.split("BEGIN:VEVENT\r\n", -1)).stream()
        .skip(1)
        .map(CalendarStoryTest::properties)
        .filter(entry -> (booking.id() + "@slotkeeper").equals(entry.get("UID")))
        .toList();
  }

  private static Map<String, String> properties(String entry) {
    Map<String, String> properties = new HashMap<>();
    entry
        .lines()
        .takeWhile(line -> !line.equals("END:VEVENT"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              properties.put(line.substring(0, colon), line.substring(colon + 1));
            });
    return properties;
  }

  private static int sequence(Map<String, String> entry) {
    return Integer.parseInt(String.valueOf(entry.get("SEQUENCE")));
  }

  /** With its zone, which is a parameter of its name. */
  private static String start(Map<String, String> entry) {
    return entry.entrySet().stream()
        .filter(property -> property.getKey().startsWith("DTSTART"))
        .map(Map.Entry::toString)
        .findFirst()
        .orElseThrow();
  }
}
