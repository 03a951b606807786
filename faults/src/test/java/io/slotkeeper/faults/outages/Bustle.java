package io.slotkeeper.faults.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.client.Answer;
import io.slotkeeper.faults.cluster.Cluster;
import io.slotkeeper.faults.customers.Ledger;
import io.slotkeeper.faults.customers.Shop;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** People who book, cancel and read on all nodes in turn, whatever they are answered. */
final class Bustle implements AutoCloseable {

  private static final int WRITERS = 3;
  private static final int READERS = 2;
  private static final int CANCELLED_OF = 3;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MORE = 12;

  private final Cluster cluster;
  private final Shop shop;
  private final Ledger ledger;
  private final Iterator<String> slots;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Wrong> wrong = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService people;

  /**
   * Something that was asked, and answered.
   *
   * @param begin by this JVM's clock for durations
   * @param writes whether it was to change something
   */
  record Asked(long begin, boolean writes, Answer answer) {
    boolean isAfter(long moment) {
      return begin - moment > 0;
    }
  }

  /** What was read, and cannot be right. */
  private record Wrong(String slotId, String status) {}

  private Bustle(Cluster cluster, Ledger ledger) {
    this.cluster = cluster;
    this.ledger = ledger;
    this.shop = Shop.open(cluster);
    this.slots = shop.free().iterator();
    this.people = Executors.newScheduledThreadPool(WRITERS + READERS);
  }

  static Bustle begin(Cluster cluster, Ledger ledger) {
    var bustle = new Bustle(cluster, ledger);
    for (int i = 0; i < WRITERS; i++) {
      bustle.again(bustle::book);
    }
    for (int i = 0; i < READERS; i++) {
      bustle.again(bustle::read);
    }
    return bustle;
  }

  private void again(Runnable work) {
    var unused = people.scheduleWithFixedDelay(work, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void book() {
    String slot = nextSlot();
    var booked =
        ask(true, () -> ledger.keep(cluster.commands().post("/api/bookings", Shop.request(slot))));
    if (!booked.ok()) {
      return;
    }
    expect(booked, slot, "UNAVAILABLE");
    if (Math.floorMod(slot.hashCode(), CANCELLED_OF) == 0) {
      var path = "/api/bookings/%s/cancel".formatted(booked.text("bookingId"));
      var cancelled = ask(true, () -> ledger.keep(shop.owner().post(path, Map.of())));
      if (cancelled.ok()) {
        expect(cancelled, slot, "AVAILABLE");
      }
    }
  }

  /** Whoever has changed something reads it so, or is told that it cannot be read now. */
  private void expect(Answer command, String slot, String status) {
    var seen = ask(false, () -> cluster.queries().getAfter(command, "/api/slots/" + slot));
    if (seen.ok() && !seen.text("status").equals(status)) {
      wrong.add(new Wrong(slot, seen.text("status")));
    }
  }

  private void read() {
    ask(false, () -> cluster.queries().get(shop.path()));
  }

  private synchronized String nextSlot() {
    return slots.next();
  }

  private Answer ask(boolean writes, Supplier<Answer> question) {
    long begin = System.nanoTime();
    var answer = question.get();
    asked.add(new Asked(begin, writes, answer));
    return answer;
  }

  /** Waits until more was changed and read than when this was asked, which all went well. */
  void awaitMore() {
    long begin = System.nanoTime();
    await()
        .atMost(PATIENCE)
        .until(() -> wentWell(begin, true) >= MORE && wentWell(begin, false) >= MORE);
  }

  private long wentWell(long since, boolean writes) {
    return since(since).stream()
        .filter(each -> each.writes() == writes && each.answer().ok())
        .count();
  }

  /** Waits until some were refused of those who asked after a moment. */
  void awaitRefusals(long moment) {
    await()
        .atMost(PATIENCE)
        .until(() -> since(moment).stream().filter(each -> !each.answer().ok()).count() >= MORE);
  }

  /** What was asked after a moment, and is answered. */
  List<Asked> since(long moment) {
    return asked.stream().filter(each -> each.isAfter(moment)).toList();
  }

  /** Everything that was asked, once all is answered. */
  List<Asked> all() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    end();
  }

  /** Ends it; fails where anybody has read what cannot be right. */
  void end() {
    people.shutdown();
    await().atMost(PATIENCE).until(people::isTerminated);
    assertThat(wrong).isEmpty();
  }
}
