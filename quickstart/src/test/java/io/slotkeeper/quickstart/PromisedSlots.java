package io.slotkeeper.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.quickstart.Customers.Promise;
import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A business whose customers are promised slots by a quickstart that gets killed. */
record PromisedSlots(Http queries, String business, String apiKey) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_DAYS = 31;

  static PromisedSlots open(Http commandsOfAdmin, Http queries) {
    return open(commandsOfAdmin, queries, Map.of());
  }

  /**
   * Opens one.
   *
   * @param wanted of the policy, where it is to be another
   */
  static PromisedSlots open(Http commandsOfAdmin, Http queries, Map<String, ?> wanted) {
    Map<String, Object> policy = new HashMap<>();
    policy.put("slotLength", "PT15M");
    policy.put("approval", "AUTOMATIC");
    policy.put("approvalWindow", "PT2H");
    policy.put("minimumNotice", "PT0S");
    policy.put("horizonDays", MOST_DAYS);
    policy.put("cancellationCutOff", "PT2H");
    policy.put("reminders", List.of());
    policy.putAll(wanted);
    Answer opened =
        commandsOfAdmin
            .post(
                "/api/businesses",
                Map.of(
                    "name", "Promises",
                    "timeZone", "UTC",
                    "whatsappNumber", "+34612345678",
                    "openingHours", everyDay(),
                    "policy", policy))
            .expect(201);
    var slots = new PromisedSlots(queries, opened.text("businessId"), opened.text("apiKey"));
    await().atMost(PATIENCE).until(() -> queries.get(slots.path()).status() == 200);
    return slots;
  }

  private static Map<String, Object> everyDay() {
    Object allDay = List.of(Map.of("from", "00:00", "to", "24:00"));
    return Map.of(
        "MONDAY", allDay,
        "TUESDAY", allDay,
        "WEDNESDAY", allDay,
        "THURSDAY", allDay,
        "FRIDAY", allDay,
        "SATURDAY", allDay,
        "SUNDAY", allDay);
  }

  private String path() {
    return "/api/businesses/" + business;
  }

  List<String> free() {
    LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
    return queries
        .get(
            "%s/slots?from=%s&to=%s&status=AVAILABLE"
                .formatted(path(), tomorrow, tomorrow.plusDays(MOST_DAYS - 2)))
        .expect(200)
        .body()
        .path("slots")
        .valueStream()
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  void isKept(Promise promise) {
    Answer booking =
        queries.as(promise.manageToken()).get("/api/bookings/" + promise.bookingId()).expect(200);
    assertThat(booking.text("slotId")).isEqualTo(promise.slotId());
    assertThat(booking.text("status")).isEqualTo("CONFIRMED");
  }

  /** The slot of every booking of the business, so that a doubled one appears twice. */
  List<String> holders() {
    return all("bookings").map(booking -> booking.path("slotId").asString()).toList();
  }

  /** Everything that its owner reads in a collection. */
  Stream<JsonNode> all(String collection) {
    List<JsonNode> found = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page =
          queries
              .as(apiKey)
              .get("%s/%s?limit=200%s".formatted(path(), collection, cursor))
              .expect(200)
              .body();
      page.path(collection).forEach(found::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
      assertThat(pages.add(cursor)).isTrue();
    } while (!cursor.isEmpty());
    return found.stream();
  }
}
