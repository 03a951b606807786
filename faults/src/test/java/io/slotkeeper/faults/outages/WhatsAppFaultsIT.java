package io.slotkeeper.faults.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.OnTheCluster;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Phones;
import io.slotkeeper.faults.customers.Shop;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * WhatsApp fails in one way after the other while the same people book. Nobody notices who books;
 * in the end everybody was told everything once, in its order. Time is shorter than in earnest: a
 * node waits 1 s for an answer and 10 s for a report, and the breaker stays open for 2 s.
 */
@OnTheCluster
class WhatsAppFaultsIT {

  private static final int CUSTOMERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final Map<String, Object> CUT_OFF = Map.of("spoilAnswer", true);
  private static final Map<String, Object> SLOW = Map.of("delayMs", 1_500);
  private static final Map<String, Object> NEVER_ANSWERED = Map.of("loseAnswer", true);
  private static final Map<String, Object> TOO_MANY = Map.of("error", 130_429);
  private static final Map<String, Object> TOO_MANY_TO_ONE = Map.of("error", 131_056);
  private static final Map<String, Object> AWAY = Map.of("error", 131_016);

  @Test
  void tellsEverythingOnceAndInOrder(Cluster cluster, Ledger ledger) {
    var shop = Shop.open(cluster);
    var slots = shop.free().iterator();
    var phones = Stream.generate(Phones::next).limit(CUSTOMERS).toList();

    for (var fault : List.of(CUT_OFF, SLOW, NEVER_ANSWERED, TOO_MANY, TOO_MANY_TO_ONE, AWAY)) {
      cluster.whatsApp().fail(fault);
      int before = cluster.whatsApp().requests();
      phones.forEach(phone -> book(cluster, ledger, slots, phone));
      await().atMost(PATIENCE).until(() -> cluster.whatsApp().requests() > before);
    }
    awaitOpenBreaker(cluster);
    phones.forEach(phone -> book(cluster, ledger, slots, phone));
    cluster.whatsApp().heal();

    int told = phones.size() * 7;
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              // What waits up to a quarter of an hour need not keep a test that long.
              cluster.tryLettersNow();
              assertThat(sent(cluster, phones)).hasSizeGreaterThanOrEqualTo(told);
            });
    assertThat(sent(cluster, phones)).hasSize(told).doesNotHaveDuplicates();
    for (var phone : phones) {
      assertThat(sent(cluster, List.of(phone))).isEqualTo(queued(cluster, shop, phone));
    }
  }

  private static void book(Cluster cluster, Ledger ledger, Iterator<String> slots, String phone) {
    var booked = cluster.commands().post("/api/bookings", Shop.request(slots.next(), phone));
    ledger.keep(booked.expect(201));
    assertThat(booked.took()).isLessThan(SOON);
  }

  /** The breaker counts tries, and what has failed a few times is not tried again so soon. */
  private static void awaitOpenBreaker(Cluster cluster) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              cluster.tryLettersNow();
              return anyBreakerIsOpen(cluster);
            });
  }

  private static boolean anyBreakerIsOpen(Cluster cluster) {
    return cluster.nodes(Service.COMMAND).stream()
        .map(Meters::new)
        .anyMatch(
            meters ->
                meters.sum(
                        "resilience4j_circuitbreaker_state", "name=\"whatsapp\"", "state=\"open\"")
                    > 0);
  }

  /** The notifications that these phones have received, as WhatsApp has accepted them. */
  private static List<String> sent(Cluster cluster, List<String> phones) {
    return cluster.whatsApp().received().stream()
        .filter(each -> phones.contains(each.to()))
        .map(each -> each.callbackData().orElseThrow())
        .toList();
  }

  /** The notifications for a phone in the order in which they came up. */
  private static List<String> queued(Cluster cluster, Shop shop, String phone) {
    return cluster
        .queries()
        .as(shop.apiKey())
        .get(shop.path() + "/notifications?limit=200")
        .expect(200)
        .body()
        .path("notifications")
        .valueStream()
        .filter(each -> each.path("phone").asString("").equals(phone))
        .map(each -> each.path("notificationId").asString())
        .toList()
        .reversed();
  }
}
