package io.slotkeeper.faults.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.OnTheCluster;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Redis fails while people book and read on two nodes of each service. Nobody is refused or told
 * what is not so, limits are counted by each node, and answers are ready again soon after.
 */
@OnTheCluster
class RedisFaultsIT {

  private static final Duration SOON_CACHED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void isKilledAndStartsAgainWithNothing(Cluster cluster, Ledger ledger) {
    withstand(cluster, ledger, () -> cluster.redis().kill(), true);
  }

  @Test
  void isPausedAndGoesOn(Cluster cluster, Ledger ledger) {
    withstand(cluster, ledger, () -> cluster.redis().pause(), true);
  }

  @Test
  void losesEverythingThatItHas(Cluster cluster, Ledger ledger) {
    withstand(cluster, ledger, () -> cluster.redis().flush(), false);
  }

  @Test
  void refusesToWrite(Cluster cluster, Ledger ledger) {
    withstand(cluster, ledger, () -> cluster.redis().refuseWrites(), true);
  }

  private static void withstand(Cluster cluster, Ledger ledger, Runnable fault, boolean isAway) {
    var shop = Shop.open(cluster);
    try (var bustle = Bustle.begin(cluster, ledger)) {
      bustle.awaitMore();
      fault.run();
      bustle.awaitMore();
      if (isAway) {
        countsAlone(cluster, shop);
      }
      cluster.redis().heal();
      cluster.nodes(Service.QUERY).forEach(node -> awaitCached(node, shop));
      bustle.awaitMore();
      bustle.end();
      assertThat(bustle.all())
          .allSatisfy(
              each ->
                  assertThat(each.answer().ok())
                      .as("%s %s", each.answer().status(), each.answer().body())
                      .isTrue());
    }
  }

  /** Each node lets one caller ask as often as the limit says, whatever others have let through. */
  private static void countsAlone(Cluster cluster, Shop shop) {
    var path = Cluster.LIMITED_PATH.replace("{slotId}", shop.free().getLast());
    for (var node : cluster.nodes(Service.QUERY)) {
      double before = alone(node);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                node.http().get(shop.path()).expect(200);
                assertThat(alone(node)).isGreaterThan(before);
              });
      var owner = node.http().as(shop.apiKey());
      for (int i = 0; i < Cluster.PERMITS; i++) {
        owner.get(path).expect(200);
      }
      owner.get(path).expectProblem(429, "rate-limited");
    }
  }

  private static double alone(Node node) {
    return new Meters(node).sum("slotkeeper_limits_total", "source=\"alone\"");
  }

  private static void awaitCached(Node node, Shop shop) {
    await()
        .atMost(SOON_CACHED)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              node.http().get(shop.path()).expect(200);
              double before = hits(node);
              node.http().get(shop.path()).expect(200);
              assertThat(hits(node)).isGreaterThan(before);
            });
  }

  private static double hits(Node node) {
    return new Meters(node)
        .sum("slotkeeper_cache_requests_total", "cache=\"businesses\"", "result=\"hit\"");
  }
}
