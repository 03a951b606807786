package io.slotkeeper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Rebuilds;
import io.slotkeeper.faults.cluster.Store;
import io.slotkeeper.faults.customers.Crowd;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.quickstart.simulator.SentMessage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnTheCluster
class RebuildUnderLoadIT {

  private static final int CUSTOMERS = 6;
  private static final int BEFORE = 60;

  @Test
  void endsInTheSameTablesAndTellsNobodyAgain(Cluster cluster, Ledger ledger, Random random) {
    var store = new Store(cluster);
    store.awaitQuiet();
    List<SentMessage> before = cluster.whatsApp().received();
    var rebuilds = new Rebuilds(cluster);
    var taken = new Timing("all projections were rebuilt after");
    // Every read of theirs must be answered, and as new as what they did before.
    var crowd = Crowd.strict(cluster, ledger, random, CUSTOMERS);
    try (crowd) {
      crowd.awaitMore(BEFORE);
      rebuilds.begin();
      // A table that differed from the one that served would end it in FAILED.
      taken.of(rebuilds::awaitDone);
      crowd.awaitMore(1);
    }
    store.awaitQuiet();
    System.out.println(taken);
    System.out.println(crowd);

    var during =
        cluster.whatsApp().received().stream().skip(before.size()).map(SentMessage::callbackData);
    assertThat(during).isNotEmpty().doesNotHaveDuplicates();
    assertThat(cluster.whatsApp().received()).startsWith(before.toArray(SentMessage[]::new));
  }
}
