package io.slotkeeper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Shop;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is decided on one node is obeyed on the other by the very next request. */
@OnTheCluster
class ObeyedAtOnceIT {

  private static final int ROUNDS = 10;

  @Test
  void obeysClosures(Cluster cluster, Ledger ledger, Random random) {
    var shop = Shop.open(cluster);
    var slots = shuffled(shop, random);
    for (int round = 0; round < ROUNDS; round++) {
      var nodes = inAnyOrder(cluster, random);
      String slot = slots.get(round);
      keepBusinessInMemory(nodes.getLast(), slots.get(ROUNDS + round), ledger);
      var start = SlotId.parse(slot).start().atOffset(ZoneOffset.UTC).toLocalDateTime();

      Answer closed =
          nodes
              .getFirst()
              .as(shop.apiKey())
              .post(
                  shop.path() + "/closures",
                  Map.of("from", start.toString(), "to", start.plusMinutes(1).toString()))
              .expect(201);
      book(nodes.getLast(), slot).expectProblem(422, "slot-not-offered");

      nodes
          .getLast()
          .as(shop.apiKey())
          .delete("%s/closures/%s".formatted(shop.path(), closed.text("closureId")))
          .expect(200);
      ledger.keep(book(nodes.getFirst(), slot).expect(201));
    }
  }

  @Test
  void obeysSuspensions(Cluster cluster, Ledger ledger, Random random) {
    var shop = Shop.open(cluster);
    var slots = shuffled(shop, random);
    for (int round = 0; round < ROUNDS; round++) {
      var nodes = inAnyOrder(cluster, random);
      keepBusinessInMemory(nodes.getLast(), slots.get(ROUNDS + round), ledger);

      nodes.getFirst().as(shop.apiKey()).post(shop.path() + "/suspend").expect(200);
      book(nodes.getLast(), slots.get(round)).expectProblem(422, "slot-not-offered");

      nodes.getLast().as(shop.apiKey()).post(shop.path() + "/resume").expect(200);
      ledger.keep(book(nodes.getFirst(), slots.get(round)).expect(201));
    }
  }

  @Test
  void obeysNewKeys(Cluster cluster, Random random) {
    var shop = Shop.open(cluster);
    String old = shop.apiKey();
    for (int round = 0; round < ROUNDS; round++) {
      var nodes = inAnyOrder(cluster, random);
      var name = Map.of("name", "Round " + round);
      nodes.getLast().as(old).send("PATCH", shop.path(), name).expect(200);

      Answer rotated = nodes.getFirst().as(old).post(shop.path() + "/api-key/rotate").expect(200);
      nodes.getLast().as(old).send("PATCH", shop.path(), name).expect(401);

      String next = rotated.text("apiKey");
      nodes.getLast().as(next).send("PATCH", shop.path(), name).expect(200);
      for (var node : cluster.nodes(Service.QUERY)) {
        node.http().as(old).getAfter(rotated, shop.path() + "/bookings").expect(401);
        node.http().as(next).getAfter(rotated, shop.path() + "/bookings").expect(200);
      }
      old = next;
    }
    assertThat(old).isNotEqualTo(shop.apiKey());
  }

  private static void keepBusinessInMemory(Http node, String slot, Ledger ledger) {
    ledger.keep(book(node, slot).expect(201));
  }

  private static Answer book(Http node, String slot) {
    return node.post("/api/bookings", Shop.request(slot));
  }

  private static List<String> shuffled(Shop shop, Random random) {
    List<String> slots = new ArrayList<>(shop.free());
    Collections.shuffle(slots, random);
    return slots;
  }

  private static List<Http> inAnyOrder(Cluster cluster, Random random) {
    List<Http> nodes = new ArrayList<>();
    cluster.nodes(Service.COMMAND).forEach(node -> nodes.add(node.http()));
    Collections.shuffle(nodes, random);
    return nodes;
  }
}
