package io.slotkeeper.quickstart;

import io.slotkeeper.quickstart.stories.Answer;
import io.slotkeeper.quickstart.stories.Http;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many customers who book one slot after the other until it is enough or nobody answers. */
final class Customers implements AutoCloseable {

  private static final int CROWD = 8;
  private static final long PATIENCE_IN_SECONDS = 60;

  /** WhatsApp takes few messages at a time to each: there must be enough of them. */
  private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

  /** What a customer was promised. */
  record Promise(String bookingId, String manageToken, String slotId) {}

  private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> refusals = new ConcurrentLinkedQueue<>();
  private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
  private final Queue<String> slots;
  private volatile boolean enough;

  Customers(URI commands, List<String> slots) {
    this(List.of(commands), slots);
  }

  /** Every customer asks one node after the other, as behind a proxy that knows nobody. */
  Customers(List<URI> nodes, List<String> slots) {
    this.slots = new ConcurrentLinkedQueue<>(slots);
    for (int each = 0; each < CROWD; each++) {
      crowd.execute(() -> bookUntilNobodyAnswers(new ArrayDeque<>(nodes)));
    }
  }

  private void bookUntilNobodyAnswers(Queue<URI> nodes) {
    for (String slot = slots.poll(); slot != null && !enough; slot = slots.poll()) {
      URI node = nodes.poll();
      if (node == null) {
        return;
      }
      try {
        keep(slot, Http.anyone(node).post("/api/bookings", request(slot)));
        nodes.add(node);
      } catch (UncheckedIOException e) {
        // The end of the connection is what this waits for; what was not acknowledged is no
        // promise.
      }
    }
  }

  private void keep(String slot, Answer answer) {
    if (answer.status() == 201) {
      promises.add(new Promise(answer.text("bookingId"), answer.text("manageToken"), slot));
    } else {
      refusals.add(answer);
    }
  }

  /** A request of the next customer. */
  static Map<String, Object> request(String slot) {
    return request(slot, "+3461233%04d".formatted(NUMBERS.getAndIncrement()));
  }

  static Map<String, Object> request(String slot, String phone) {
    return Map.of(
        "slotId",
        slot,
        "customer",
        Map.of("name", "Story Customer", "phone", phone),
        "consent",
        true);
  }

  int promised() {
    return promises.size();
  }

  /** All promises, after everybody has given up. */
  List<Promise> promises() {
    close();
    return List.copyOf(promises);
  }

  /** Refusals that no end of the service explains. */
  List<Answer> refusals() {
    return refusals.stream().filter(answer -> answer.status() < 500).toList();
  }

  @Override
  public void close() {
    enough = true;
    crowd.shutdown();
    try {
      if (!crowd.awaitTermination(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a customer still waits for an answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
