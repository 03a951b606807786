package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A business of a story, and what its owner and its customers do. */
record Shop(String id, String apiKey, List<String> resources, ZoneId zone) {

  private static final List<String> DAYS =
      List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

  /** Open around the clock with slots of half an hour, so that a story finds what it needs. */
  static Shop open(String approval) {
    return open(
        Map.of(
            "name", "Story",
            "timeZone", "Europe/Madrid",
            "whatsappNumber", "+34612345678",
            "openingHours", everyDay("00:00", "24:00"),
            "policy", policy(approval, "PT30M", 30)));
  }

  static Shop open(Map<String, ?> registration) {
    Answer answer =
        Town.commands()
            .as(Town.quickstart().adminToken())
            .post("/api/businesses", registration)
            .expect(201);
    Shop shop =
        new Shop(
            answer.text("businessId"),
            answer.text("apiKey"),
            answer
                .body()
                .path("resources")
                .valueStream()
                .map(resource -> resource.path("resourceId").asString())
                .toList(),
            ZoneId.of(String.valueOf(registration.get("timeZone"))));
    eventually(() -> Town.queries().get(shop.path()), answered -> answered.status() == 200);
    return shop;
  }

  /** One whose owner has this number, and speaks this language. */
  static Shop open(String approval, String whatsappNumber, String locale) {
    return open(
        Map.of(
            "name",
            "Story",
            "timeZone",
            "Europe/Madrid",
            "whatsappNumber",
            whatsappNumber,
            "locale",
            locale,
            "resources",
            List.of(Map.of("name", "Chair 1"), Map.of("name", "Chair 2")),
            "openingHours",
            everyDay("00:00", "24:00"),
            "policy",
            policy(approval, "PT30M", 30)));
  }

  static Map<String, Object> policy(String approval, String slotLength, int horizonDays) {
    return policy(approval, slotLength, horizonDays, List.of());
  }

  static Map<String, Object> policy(
      String approval, String slotLength, int horizonDays, List<String> reminders) {
    return Map.of(
        "slotLength",
        slotLength,
        "approval",
        approval,
        "approvalWindow",
        "PT2H",
        "minimumNotice",
        "PT0S",
        "horizonDays",
        horizonDays,
        "cancellationCutOff",
        "PT2H",
        "reminders",
        reminders);
  }

  static Map<String, Object> everyDay(String from, String to) {
    return DAYS.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                day -> day, day -> List.of(Map.of("from", from, "to", to))));
  }

  String path() {
    return "/api/businesses/" + id;
  }

  Http owner() {
    return Town.commands().as(apiKey);
  }

  Http ownerReads() {
    return Town.queries().as(apiKey);
  }

  /** What a customer may choose from on a day, counted from today. */
  List<String> freeSlots(int daysAhead) {
    LocalDate day = LocalDate.now(Town.clock().withZone(zone)).plusDays(daysAhead);
    return slots(Town.queries(), day, day, "&status=AVAILABLE")
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  Stream<JsonNode> slots(Http reader, LocalDate from, LocalDate to, String filter) {
    return reader
        .get("%s/slots?from=%s&to=%s%s".formatted(path(), from, to, filter))
        .expect(200)
        .body()
        .path("slots")
        .valueStream();
  }

  Answer tryToBook(String slotId) {
    return Town.commands().post("/api/bookings", request(slotId));
  }

  Answer tryToBook(String slotId, String phone) {
    return Town.commands().post("/api/bookings", request(slotId, phone));
  }

  static Map<String, Object> request(String slotId) {
    return request(slotId, "+34612345679");
  }

  static Map<String, Object> request(String slotId, String phone) {
    return Map.of(
        "slotId",
        slotId,
        "customer",
        Map.of("name", "Story Customer", "phone", phone),
        "note",
        "By the window",
        "consent",
        true);
  }

  Reservation book(String slotId) {
    return reservation(slotId, tryToBook(slotId).expect(201));
  }

  Reservation book(String slotId, String phone) {
    return reservation(slotId, tryToBook(slotId, phone).expect(201));
  }

  Reservation reservation(String slotId, Answer answer) {
    assertThat(answer.text("slotId")).isEqualTo(slotId);
    return new Reservation(
        this, answer.text("bookingId"), answer.text("manageToken"), SlotId.parse(slotId));
  }

  /** What the query API says of a slot to anybody. */
  String status(String slotId) {
    return Town.queries().get("/api/slots/" + slotId).expect(200).text("status");
  }

  void awaitStatus(String slotId, String status) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(status(slotId)).isEqualTo(status));
  }

  static Answer eventually(Supplier<Answer> ask, Predicate<Answer> isThere) {
    AtomicReference<Answer> last = new AtomicReference<>();
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              last.set(ask.get());
              return isThere.test(last.get());
            });
    return last.get();
  }
}
