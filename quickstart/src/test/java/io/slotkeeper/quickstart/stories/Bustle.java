package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Shops where customers book, confirm and cancel all the time, while others compare whatever they
 * read with what they know. It ends with the first answer that is wrong.
 */
final class Bustle implements AutoCloseable {

  /** All numbers of its customers begin so; WhatsApp takes few messages at a time to each. */
  static final String NUMBERS = "+3461290";

  private static final AtomicInteger CUSTOMERS = new AtomicInteger();
  private static final int FIRST_DAY = 3;
  private static final int LAST_DAY = 9;
  private static final int MORE = 8;

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> busy = new ArrayList<>();
  private final Queue<Settled> settled = new ConcurrentLinkedQueue<>();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean over;

  /** What nobody will change any more, and everybody must read from now on. */
  private record Settled(Reservation booking, String status) {

    String slot() {
      return booking.slotId().toString();
    }

    String slotStatus() {
      return status.equals("CANCELLED") ? "AVAILABLE" : "UNAVAILABLE";
    }
  }

  private Bustle() {}

  static Bustle begin() {
    var bustle = new Bustle();
    bustle.comeTo(Shop.open("AUTOMATIC", "+34611000111", "en"), "CONFIRMED");
    bustle.comeTo(Shop.open("MANUAL", "+34611000112", "en"), "PENDING");
    return bustle;
  }

  private void comeTo(Shop shop, String untouched) {
    busy.add(people.submit(() -> bookOneAfterTheOther(shop, untouched)));
    busy.add(people.submit(() -> readAgainAndAgain(shop)));
  }

  /** A number that no other customer has. */
  static String newNumber() {
    return NUMBERS + "%04d".formatted(CUSTOMERS.getAndIncrement());
  }

  /** Waits until more has been booked and read than when this was asked. */
  void awaitMore() {
    int booked = settled.size() + MORE;
    int read = reads.get() + MORE;
    await()
        .until(
            () ->
                busy.stream().anyMatch(Future::isDone)
                    || (settled.size() >= booked && reads.get() >= read));
    assertThat(busy).noneMatch(Future::isDone);
  }

  private void bookOneAfterTheOther(Shop shop, String untouched) {
    Deque<String> slots = new ArrayDeque<>();
    for (int day = FIRST_DAY; day <= LAST_DAY; day++) {
      slots.addAll(shop.freeSlots(day));
    }
    for (int turn = 0; !over; turn++) {
      Reservation booking = shop.book(slots.removeFirst(), newNumber());
      // Only then can it be told that the slot is free again, and not still.
      shop.awaitStatus(booking.slotId().toString(), "UNAVAILABLE");
      settled.add(settle(booking, untouched, turn));
    }
  }

  /** In turns it is confirmed, cancelled or left as it is. */
  private static Settled settle(Reservation booking, String untouched, int turn) {
    String status =
        switch (turn % 3) {
          case 0 -> booking.ownerDoes("confirm").expect(200).text("status");
          case 1 -> booking.customerDoes("cancel", Map.of()).expect(200).text("status");
          default -> untouched;
        };
    booking.awaitStatus(status);
    var settled = new Settled(booking, status);
    booking.shop().awaitStatus(settled.slot(), settled.slotStatus());
    return settled;
  }

  private void readAgainAndAgain(Shop shop) {
    while (!over) {
      List<Settled> known =
          settled.stream().filter(each -> each.booking().shop().equals(shop)).toList();
      Map<String, String> list = list(shop);
      for (Settled each : known) {
        assertThat(list.get(each.slot())).as(each.slot()).isEqualTo(each.slotStatus());
      }
      if (!known.isEmpty()) {
        compare(known.get(reads.get() % known.size()));
        reads.incrementAndGet();
      }
    }
  }

  private static Map<String, String> list(Shop shop) {
    LocalDate today = LocalDate.now(Town.clock().withZone(shop.zone()));
    return shop.slots(Town.queries(), today.plusDays(FIRST_DAY), today.plusDays(LAST_DAY), "")
        .collect(
            Collectors.toMap(
                slot -> slot.path("slotId").asString(), slot -> slot.path("status").asString()));
  }

  private static void compare(Settled known) {
    Reservation booking = known.booking();
    assertThat(booking.customerReads().get(booking.path()).expect(200).text("status"))
        .isEqualTo(known.status());
    assertThat(booking.shop().status(known.slot())).isEqualTo(known.slotStatus());
  }

  /** Ends it; fails where anybody got an answer that was wrong. */
  @Override
  public void close() {
    over = true;
    people.close();
    for (Future<?> each : busy) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new AssertionError("somebody got a wrong answer", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
