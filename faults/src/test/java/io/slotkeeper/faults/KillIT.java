package io.slotkeeper.faults;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Node;
import io.slotkeeper.faults.cluster.Rebuilds;
import io.slotkeeper.faults.customers.Crowd;
import io.slotkeeper.faults.customers.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Nodes of both services die in the middle of a load, one while the other is not back yet. */
@OnTheCluster
class KillIT {

  private static final int CUSTOMERS = 6;
  private static final int KILLS = 5;

  /** Requests that are answered before a node dies. */
  private static final int FEWEST = 10;

  private static final int MOST = 40;

  @Test
  void losesAndDoublesNothingThatWasAcknowledged(Cluster cluster, Ledger ledger, Random random) {
    var ready = new Timing("killed nodes answered again after");
    Map<Node, CompletableFuture<Void>> starting = new HashMap<>();
    var crowd = Crowd.patient(cluster, ledger, random, CUSTOMERS);
    try (crowd) {
      for (Node victim : victims(cluster, random)) {
        crowd.awaitMore(FEWEST + random.nextInt(MOST - FEWEST));
        if (random.nextBoolean()) {
          new Rebuilds(cluster).ask();
        }
        starting.getOrDefault(victim, CompletableFuture.completedFuture(null)).join();
        victim.kill();
        victim.startAgain();
        starting.put(victim, CompletableFuture.runAsync(() -> ready.of(victim::awaitAnswers)));
      }
      starting.values().forEach(CompletableFuture::join);
      crowd.awaitMore(FEWEST);
    }
    System.out.println(ready);
    System.out.println(crowd);
  }

  /** Each node in turn, in any order. */
  private static List<Node> victims(Cluster cluster, Random random) {
    List<Node> victims = new ArrayList<>();
    while (victims.size() < KILLS) {
      var nodes = new ArrayList<>(cluster.nodes());
      Collections.shuffle(nodes, random);
      victims.addAll(nodes);
    }
    return victims.subList(0, KILLS);
  }
}
