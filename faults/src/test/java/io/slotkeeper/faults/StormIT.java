package io.slotkeeper.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.customers.Crowd;
import io.slotkeeper.faults.customers.Ledger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Everything goes wrong, one thing while the other is not mended yet. */
@OnTheCluster
class StormIT {

  private static final int CUSTOMERS = 6;
  private static final int FAULTS = 12;

  /** The design says ten seconds, which are printed; a busy machine takes longer for the same. */
  private static final Duration HEALTHY = Duration.ofSeconds(30);

  @Test
  void keepsItsPromisesAndIsHealthySoonAfter(Cluster cluster, Ledger ledger, Random random) {
    var weather = new Weather(cluster, random);
    var healthy = new Timing("healthy again after");
    var crowd = Crowd.patient(cluster, ledger, random, CUSTOMERS);
    try (crowd) {
      crowd.awaitMore(CUSTOMERS);
      Runnable earlier = () -> {};
      for (int fault = 0; fault < FAULTS; fault++) {
        Runnable mend = weather.next();
        pass(weather.lasts());
        earlier.run();
        earlier = mend;
      }
      earlier.run();
      cluster.mend();
      cluster.nodes().forEach(Node::awaitAnswers);
      healthy.of(() -> cluster.nodes().forEach(node -> node.awaitUp(HEALTHY)));
      crowd.awaitMore(CUSTOMERS);
    } finally {
      System.out.println("Storm: " + weather);
    }
    System.out.println(healthy);
    System.out.println(crowd);
    assertThat(cluster.nodes()).allMatch(Node::isAlive);
  }

  /** A fault lasts for a time, whatever happens meanwhile. */
  private static void pass(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() >= end);
  }
}
