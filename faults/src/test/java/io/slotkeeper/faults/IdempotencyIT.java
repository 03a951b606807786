package io.slotkeeper.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.client.Http;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.cluster.Service;
import io.slotkeeper.faults.cluster.Store;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Shop;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@OnTheCluster
class IdempotencyIT {

  private static final int TIMES = 100;

  @Test
  void booksOnceHoweverOftenItIsAsked(Cluster cluster, Ledger ledger, Random random) {
    var shop = Shop.open(cluster);
    var free = shop.free();
    String slot = free.get(random.nextInt(free.size()));
    String key = "key-of-" + slot;
    var request = Shop.request(slot);
    var nodes = cluster.nodes(Service.COMMAND);
    var asked = nodes.get(random.nextInt(nodes.size()));

    var answers =
        AtOnce.ask(TIMES, each -> book(nodes.get(each % nodes.size()).http(), key, request));

    var booked = answers.stream().filter(Answer::ok).toList();
    assertThat(booked).isNotEmpty();
    assertThat(booked).extracting(Answer::body).containsOnly(booked.getFirst().body());
    assertThat(answers)
        .filteredOn(answer -> !answer.ok())
        .allSatisfy(answer -> answer.expectProblem(409, "idempotency-in-flight"));
    Answer first = ledger.keep(booked.getFirst());

    asked.kill();
    for (var other : nodes) {
      if (other.isAlive()) {
        sameAs(first, book(other.http(), key, request));
      }
    }
    asked.startAgain();
    asked.awaitAnswers();
    sameAs(first, book(asked.http(), key, request));

    for (var node : nodes) {
      book(node.http(), key, Shop.request(free.getLast()))
          .expectProblem(422, "idempotency-key-reused");
    }
    assertThat(bookingsOf(cluster, slot)).containsExactly(first.text("bookingId"));
    assertThat(bookingsOf(cluster, free.getLast())).isEmpty();
  }

  private static Answer book(Http node, String key, Map<String, ?> request) {
    return node.keyed(key).post("/api/bookings", request);
  }

  private static void sameAs(Answer first, Answer again) {
    assertThat(again.expect(201).body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  private static List<String> bookingsOf(Cluster cluster, String slot) {
    return new Store(cluster)
        .sql()
        .sql(
            """
            SELECT aggregateIdentifier FROM command.DomainEventEntry
             WHERE payloadType = 'booking.requested'
               AND convert_from(payload, 'UTF8')::json ->> 'slotId' = ?
            """)
        .param(slot)
        .query(String.class)
        .list();
  }
}
