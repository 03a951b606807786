package io.slotkeeper.quickstart.stories;

import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A business as chance wants it, looked at around the day on which its clocks change. */
record RandomShop(Shop shop, LocalDate changeOfClocks, Random random) {

  private static final List<String> ZONES =
      List.of(
          "Europe/Madrid",
          "America/New_York",
          "Australia/Lord_Howe",
          "Pacific/Chatham",
          "America/Havana",
          "Atlantic/Azores",
          "America/St_Johns",
          "Asia/Kolkata");
  private static final List<String> LENGTHS = List.of("PT15M", "PT20M", "PT45M", "PT1H", "PT90M");
  private static final int DAYS_AROUND = 2;

  static RandomShop open(Random random) {
    ZoneId zone = ZoneId.of(oneOf(random, ZONES));
    Shop shop =
        Shop.open(
            Map.of(
                "name", "Chance",
                "timeZone", zone.getId(),
                "whatsappNumber", "+34612345678",
                "resources", List.of(Map.of("name", "One"), Map.of("name", "Two")),
                "openingHours", week(random),
                "policy", Shop.policy("AUTOMATIC", oneOf(random, LENGTHS), 730)));
    var change = zone.getRules().nextTransition(Town.clock().instant());
    LocalDate day =
        change == null
            ? LocalDate.now(Town.clock().withZone(zone)).plusDays(20)
            : change.getDateTimeBefore().toLocalDate();
    return new RandomShop(shop, day, random);
  }

  private static <T> T oneOf(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static Map<String, Object> week(Random random) {
    return Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
        .collect(Collectors.toMap(day -> day, day -> ranges(random)));
  }

  private static List<Map<String, String>> ranges(Random random) {
    if (random.nextInt(4) == 0) {
      return List.of(Map.of("from", "00:00", "to", "24:00"));
    }
    LocalTime opens = LocalTime.of(random.nextInt(8), 5 * random.nextInt(12));
    LocalTime pause = opens.plusMinutes(5L * (12 + random.nextInt(60)));
    LocalTime resumes = pause.plusMinutes(5L * (1 + random.nextInt(24)));
    LocalTime closes = resumes.plusMinutes(5L * (12 + random.nextInt(60)));
    return List.of(
        Map.of("from", opens.toString(), "to", pause.toString()),
        Map.of("from", resumes.toString(), "to", closes.toString()));
  }

  /** Takes slots, blocks one, changes the hours under them, closes, and retires a resource. */
  void live() {
    slots()
        .map(RandomShop::id)
        .filter(slot -> random.nextInt(12) == 0)
        .limit(8)
        .forEach(this::take);
    slots().filter(RandomShop::isFree).map(RandomShop::id).findAny().ifPresent(this::block);
    if (random.nextBoolean()) {
      change("PUT", "/opening-hours", week(random));
    }
    change("POST", "/closures", closure());
    LocalDate special = changeOfClocks.plusDays(random.nextInt(2));
    change("PUT", "/special-hours/" + special, Map.of("ranges", ranges(random)));
    if (random.nextInt(3) == 0) {
      long version =
          shop.owner()
              .send("DELETE", shop.path() + "/resources/" + shop.resources().getLast(), Map.of())
              .expect(200)
              .body()
              .path("version")
              .asLong();
      awaitVersion(version);
    }
  }

  private void take(String slot) {
    shop.book(slot);
    shop.awaitStatus(slot, "UNAVAILABLE");
  }

  private void block(String slot) {
    shop.owner().post("/api/slots/" + slot + "/block").expect(200);
    shop.awaitStatus(slot, "UNAVAILABLE");
  }

  private Map<String, String> closure() {
    if (random.nextBoolean()) {
      String day = changeOfClocks.plusDays(1).toString();
      return Map.of("from", day, "to", day);
    }
    return Map.of(
        "from", changeOfClocks.atTime(random.nextInt(6), 10).toString(),
        "to", changeOfClocks.atTime(8 + random.nextInt(6), 40).toString(),
        "resourceId", shop.resources().getFirst());
  }

  private void change(String method, String path, Map<String, ?> body) {
    Answer answer = shop.owner().send(method, shop.path() + path, body);
    if (answer.status() >= 300) {
      answer.expect(200);
    }
    awaitVersion(answer.body().path("version").asLong());
  }

  private void awaitVersion(long version) {
    Shop.eventually(
        () -> Town.queries().get(shop.path()),
        answer -> answer.body().path("version").asLong() >= version);
  }

  Stream<JsonNode> slots() {
    return shop.slots(
        Town.queries(),
        changeOfClocks.minusDays(DAYS_AROUND),
        changeOfClocks.plusDays(DAYS_AROUND),
        "");
  }

  /** Slots that are listed, and starts beside them that may be slots or not. */
  List<String> candidates(int count) {
    List<SlotId> listed = slots().map(RandomShop::id).map(SlotId::parse).toList();
    return IntStream.range(0, count)
        .mapToObj(each -> oneOf(random, listed))
        .map(slot -> random.nextInt(3) == 0 ? beside(slot) : slot)
        .map(SlotId::toString)
        .distinct()
        .toList();
  }

  private SlotId beside(SlotId slot) {
    return new SlotId(
        slot.businessId(),
        slot.resourceId(),
        slot.start().plus(Duration.ofMinutes(5L * (random.nextInt(48) - 24))));
  }

  static String id(JsonNode slot) {
    return slot.path("slotId").asString();
  }

  static boolean isFree(JsonNode slot) {
    return slot.path("status").asString().equals("AVAILABLE");
  }
}
