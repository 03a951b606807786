package io.slotkeeper.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
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
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnTheCluster
class ManySlotsManyClientsIT {

  private static final int SLOTS = 25;
  private static final int CLIENTS = 200;
  private static final int FIRST_SLOTS = 10;
  private static final int FIRST_CLIENTS = 20;

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
    warmUp(free.subList(SLOTS, SLOTS + FIRST_SLOTS), ledger, nodes);
    List<Duration> times = new ArrayList<>();
    for (var slot : free.subList(0, SLOTS)) {
      var answers = ask(CLIENTS, slot, nodes);
      answers.stream().map(Answer::took).forEach(times::add);
      assertThat(answers.stream().collect(groupingBy(Answer::kind, counting())))
          .as(slot)
          .isEqualTo(Map.of("201", 1L, "409 slot-taken", CLIENTS - 1L));
      answers.stream().filter(Answer::ok).forEach(ledger::keep);
    }
    print(nodes.size(), times);
  }

  /** A node that has just started is slow, and tells some to come back. */
  private static void warmUp(List<String> slots, Ledger ledger, List<Http> nodes) {
    for (var slot : slots) {
      var booked = ask(FIRST_CLIENTS, slot, nodes).stream().filter(Answer::ok).toList();
      assertThat(booked).as(slot).hasSize(1).allSatisfy(ledger::keep);
    }
  }

  private static List<Answer> ask(int clients, String slot, List<Http> nodes) {
    return AtOnce.ask(
        clients,
        client -> nodes.get(client % nodes.size()).post("/api/bookings", Shop.request(slot)));
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
