package io.slotkeeper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnTheCluster
class ManySlotsManyClientsIT {

  private static final int SLOTS = 25;
  private static final int CLIENTS = 200;

  @Test
  void oneNodeGivesEachSlotToOneOfTwoHundred(Cluster cluster, Ledger ledger, Random random) {
    var node = cluster.nodes(Service.COMMAND).getFirst().http();

    giveEachSlotToOne(cluster, ledger, random, List.of(node));
  }

  @Test
  void twoNodesGiveEachSlotToOneOfTwoHundred(Cluster cluster, Ledger ledger, Random random) {
    var nodes = cluster.nodes(Service.COMMAND).stream().map(node -> node.http()).toList();

    giveEachSlotToOne(cluster, ledger, random, nodes);
  }

  private static void giveEachSlotToOne(
      Cluster cluster, Ledger ledger, Random random, List<Http> nodes) {
    List<String> free = new ArrayList<>(Shop.open(cluster).free());
    Collections.shuffle(free, random);
    List<Duration> times = new ArrayList<>();
    for (var slot : free.subList(0, SLOTS)) {
      var answers =
          AtOnce.ask(
              CLIENTS,
              client -> nodes.get(client % nodes.size()).post("/api/bookings", Shop.request(slot)));
      answers.stream().map(Answer::took).forEach(times::add);
      var booked = answers.stream().filter(answer -> answer.status() == 201).toList();
      assertThat(booked).as(slot).hasSize(1).allSatisfy(ledger::keep);
      assertThat(answers)
          .as(slot)
          .filteredOn(answer -> answer.status() != 201)
          .hasSize(CLIENTS - 1)
          .allSatisfy(answer -> answer.expectProblem(409, "slot-taken"));
    }
    print(nodes.size(), times);
  }

  private static void print(int nodes, List<Duration> times) {
    var sorted = times.stream().sorted().toList();
    System.out.printf(
        "%d slots, %d clients at once, %d node(s): median %d ms, p99 %d ms, longest %d ms%n",
        SLOTS,
        CLIENTS,
        nodes,
        sorted.get(sorted.size() / 2).toMillis(),
        sorted.get(sorted.size() * 99 / 100).toMillis(),
        sorted.getLast().toMillis());
  }
}
