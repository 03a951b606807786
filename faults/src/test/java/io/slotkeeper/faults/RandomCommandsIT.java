package io.slotkeeper.faults;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.customers.Crowd;
import io.slotkeeper.faults.customers.Ledger;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnTheCluster
class RandomCommandsIT {

  private static final int CUSTOMERS = 8;
  private static final int STEPS = 400;

  @Test
  void bothNodesAnswerWhatTheModelAnswers(Cluster cluster, Ledger ledger, Random random) {
    var crowd = Crowd.strict(cluster, ledger, random, CUSTOMERS);
    try (crowd) {
      crowd.awaitMore(STEPS);
    }
    System.out.println(crowd);
  }
}
