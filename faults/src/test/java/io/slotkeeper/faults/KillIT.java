package io.slotkeeper.faults;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.cluster.Rebuilds;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.customers.Crowd;
import io.slotkeeper.faults.customers.Ledger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nodes of both services die in the middle of a load, again and again. */
@OnTheCluster
class KillIT {

  private static final int CUSTOMERS = 6;
  private static final int KILLS = 5;

  /** Requests that are answered before a node dies. */
  private static final int FEWEST = 20;

  private static final int MOST = 60;

  @Test
  void losesAndDoublesNothingThatWasAcknowledged(Cluster cluster, Ledger ledger, Random random) {
    var ready = new Timing("killed nodes answered again after");
    var crowd = Crowd.patient(cluster, ledger, random, CUSTOMERS);
    try (crowd) {
      for (int kill = 0; kill < KILLS; kill++) {
        crowd.awaitMore(FEWEST + random.nextInt(MOST - FEWEST));
        boolean whileRebuilding = random.nextBoolean();
        Node victim = victim(cluster, kill, random);
        if (whileRebuilding) {
          new Rebuilds(cluster).ask();
        }
        victim.kill();
        // The others go on meanwhile, and so do the customers.
        crowd.awaitMore(1);
        victim.startAgain();
        ready.of(victim::awaitAnswers);
      }
      crowd.awaitMore(FEWEST);
    }
    System.out.println(ready);
    System.out.println(crowd);
  }

  /** Each service in turn, whichever node of it. */
  private static Node victim(Cluster cluster, int kill, Random random) {
    var nodes = cluster.nodes(kill % 2 == 0 ? Service.COMMAND : Service.QUERY);
    return nodes.get(random.nextInt(nodes.size()));
  }
}
