package io.slotkeeper.faults.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.OnTheCluster;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.outages.Bustle.Asked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL goes away while people book and read. They are told so, soon and by a problem; all
 * nodes work again by themselves when it is back. It is frozen for 8 s, or for what {@code
 * -Dslotkeeper.faults.frozen} says, such as the 30 s that the design names ({@code PT30S}).
 */
@OnTheCluster
class PostgresFaultsIT {

  private static final Duration FROZEN =
      Duration.parse(System.getProperty("slotkeeper.faults.frozen", "PT8S"));
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
  private static final Duration SOON_HEALTHY = Duration.ofSeconds(10);

  @Test
  void crashesAndStartsAgain(Cluster cluster, Ledger ledger) {
    withstand(
        cluster,
        ledger,
        bustle -> {
          cluster.crashPostgres();
          bustle.awaitRefusals(System.nanoTime());
          cluster.restartPostgres();
        });
  }

  @Test
  void isFrozenAndGoesOn(Cluster cluster, Ledger ledger) {
    withstand(
        cluster,
        ledger,
        bustle -> {
          long begin = System.nanoTime();
          cluster.freezePostgres();
          await()
              .atMost(FROZEN.plusSeconds(5))
              .until(() -> System.nanoTime() - begin >= FROZEN.toNanos());
          cluster.thawPostgres();
        });
  }

  @Test
  void hasNoConnectionLeft(Cluster cluster, Ledger ledger) {
    withstand(
        cluster,
        ledger,
        bustle -> {
          try (var hog = ConnectionHog.takeAll(cluster.database())) {
            bustle.awaitRefusals(System.nanoTime());
            assertThat(hog.held()).isPositive();
          }
        });
  }

  private interface Fault {
    void happen(Bustle bustle);
  }

  private static void withstand(Cluster cluster, Ledger ledger, Fault fault) {
    var processes = processes(cluster);
    try (var bustle = Bustle.begin(cluster, ledger)) {
      bustle.awaitMore();
      fault.happen(bustle);
      long back = System.nanoTime();
      for (var node : cluster.nodes()) {
        var left = SOON_HEALTHY.minusNanos(System.nanoTime() - back);
        node.awaitUp(left.isPositive() ? left : Duration.ofMillis(100));
      }
      bustle.awaitMore();
      bustle.end();
      assertThat(bustle.all()).allSatisfy(PostgresFaultsIT::wasToldInTime);
      assertThat(bustle.all()).anyMatch(each -> each.answer().status() == 503);
    }
    assertThat(processes(cluster)).isEqualTo(processes);
  }

  private static void wasToldInTime(Asked asked) {
    var answer = asked.answer();
    assertThat(answer.took())
        .as("%s %s", answer.status(), answer.body())
        .isLessThan(LONGEST_ANSWER);
    if (!answer.ok()) {
      answer.expect(503);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(answer.code()).isIn("unavailable", "projection-behind");
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }
  }

  private static List<Long> processes(Cluster cluster) {
    return cluster.nodes().stream().map(Node::process).map(ProcessHandle::pid).toList();
  }
}
