package io.slotkeeper.faults.customers;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A business that is open around the clock, with slots of a quarter of an hour for a month. */
public record Shop(Cluster cluster, String id, String apiKey) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_DAYS = 31;

  /** Opens one where bookings are confirmed at once. */
  public static Shop open(Cluster cluster) {
    return open(cluster, Map.of());
  }

  /**
   * Opens one.
   *
   * @param wanted of the policy, where it is to be another
   */
  public static Shop open(Cluster cluster, Map<String, ?> wanted) {
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
        cluster
            .commands()
            .as(Cluster.ADMIN)
            .post(
                "/api/businesses",
                Map.of(
                    "name",
                    "Faults",
                    "timeZone",
                    "UTC",
                    "whatsappNumber",
                    Phones.next(),
                    "openingHours",
                    everyDay(),
                    "policy",
                    policy))
            .expect(201);
    var shop = new Shop(cluster, opened.text("businessId"), opened.text("apiKey"));
    for (var node : cluster.nodes(Service.QUERY)) {
      await().atMost(PATIENCE).until(() -> node.http().get(shop.path()).status() == 200);
    }
    return shop;
  }

  private static Map<String, Object> everyDay() {
    return Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
        .collect(
            Collectors.toMap(day -> day, day -> List.of(Map.of("from", "00:00", "to", "24:00"))));
  }

  public String path() {
    return "/api/businesses/" + id;
  }

  /** Its owner, on the next node of command-service. */
  public Http owner() {
    return cluster.commands().as(apiKey);
  }

  /**
   * Slots that a query node lists as free, the earliest first: from the day after tomorrow on, so
   * that none of them comes too near while a test runs.
   */
  public List<String> free() {
    LocalDate first = LocalDate.now(Clock.systemUTC()).plusDays(2);
    return cluster
        .queries()
        .get(
            "%s/slots?from=%s&to=%s&status=AVAILABLE"
                .formatted(path(), first, first.plusDays(MOST_DAYS - 3)))
        .expect(200)
        .body()
        .path("slots")
        .valueStream()
        .map(slot -> slot.path("slotId").asString())
        .toList();
  }

  /** A request of a new customer. */
  public static Map<String, Object> request(String slot) {
    return request(slot, Phones.next());
  }

  public static Map<String, Object> request(String slot, String phone) {
    return Map.of(
        "slotId",
        slot,
        "customer",
        Map.of("name", "Story Customer", "phone", phone),
        "consent",
        true);
  }
}
