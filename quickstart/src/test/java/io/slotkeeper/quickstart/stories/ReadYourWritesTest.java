package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.testing.Volume;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadYourWritesTest {

  private static final int BOOKINGS = Volume.of(240, 1000);
  private static final int CLIENTS = 4;
  private static final int DAYS = 28;

  @Test
  void showsEveryBookingAtOnceToWhoeverMadeIt() throws Exception {
    Shop shop = Shop.open("AUTOMATIC");
    Shop busy = Shop.open("AUTOMATIC");
    Queue<String> free = freeSlots(shop);
    Queue<String> others = freeSlots(busy);
    AtomicBoolean done = new AtomicBoolean();

    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> load =
          clients.submit(
              () -> {
                while (!done.get() && !others.isEmpty()) {
                  busy.tryToBook(others.remove());
                }
              });
      try {
        Callable<Integer> client =
            () -> {
              int seen = 0;
              for (; seen < BOOKINGS / CLIENTS; seen++) {
                bookAndRead(shop, free.remove(), seen);
              }
              return seen;
            };
        List<Future<Integer>> seen =
            clients.invokeAll(IntStream.range(0, CLIENTS).mapToObj(any -> client).toList());

        assertThat(seen).extracting(Future::get).containsOnly(BOOKINGS / CLIENTS);
      } finally {
        done.set(true);
      }
      load.get();
    }
  }

  @Test
  void letsAnOwnerReadRightAfterRegistering() {
    for (int each = 0; each < 20; each++) {
      Answer registered =
          Town.commands()
              .as(Town.quickstart().adminToken())
              .post(
                  "/api/businesses",
                  Map.of(
                      "name", "Story",
                      "timeZone", "Europe/Madrid",
                      "whatsappNumber", "+34612345678"))
              .expect(201);
      String path = "/api/businesses/" + registered.text("businessId");
      Http owner = Town.queries().as(registered.text("apiKey"));

      assertThat(owner.getAfter(registered, path).expect(200).text("whatsappNumber"))
          .isEqualTo("+34612345678");
    }
  }

  private static void bookAndRead(Shop shop, String slot, int turn) {
    Answer booked = shop.tryToBook(slot).expect(201);
    String path = "/api/bookings/" + booked.text("bookingId");
    Http reader = turn % 2 == 0 ? Town.queries().as(booked.text("manageToken")) : shop.ownerReads();

    assertThat(reader.getAfter(booked, path).expect(200).text("status")).isEqualTo("CONFIRMED");

    LocalDate day = SlotId.parse(slot).start().atZone(shop.zone()).toLocalDate();
    assertThat(
            Town.queries()
                .getAfter(booked, "%s/slots?from=%s&to=%s".formatted(shop.path(), day, day))
                .expect(200)
                .body()
                .path("slots")
                .valueStream()
                .filter(listed -> listed.path("slotId").asString().equals(slot)))
        .extracting(listed -> listed.path("status").asString())
        .containsExactly("UNAVAILABLE");

    if (turn % 10 == 0) {
      Answer cancelled = shop.owner().post(path + "/cancel", Map.of("reason", "Story")).expect(200);
      assertThat(reader.getAfter(cancelled, path).expect(200).text("status"))
          .isEqualTo("CANCELLED");
      assertThat(Town.queries().getAfter(cancelled, "/api/slots/" + slot).text("status"))
          .isEqualTo("AVAILABLE");
    }
  }

  private static Queue<String> freeSlots(Shop shop) {
    return IntStream.range(1, DAYS)
        .mapToObj(shop::freeSlots)
        .flatMap(List::stream)
        .collect(ConcurrentLinkedQueue::new, Queue::add, Queue::addAll);
  }
}
