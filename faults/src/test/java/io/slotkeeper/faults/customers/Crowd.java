package io.slotkeeper.faults.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.faults.cluster.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who ask for one thing after the other until it is enough, whatever happens around them.
 */
public final class Crowd implements AutoCloseable {

  /** Owners are told of most of it, and WhatsApp takes few messages to each of them. */
  private static final int SHOPS_OF_EACH = 4;

  private static final int SLOTS = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ScheduledExecutorService threads;
  private final List<Future<?>> busy = new ArrayList<>();
  private final AtomicInteger steps = new AtomicInteger();
  private final Patience patience;
  private final Reads reads;

  private Crowd(Reads reads, int size) {
    this.patience = reads.patience();
    this.reads = reads;
    this.threads = Executors.newScheduledThreadPool(size);
  }

  /** Customers in a hurry, all of whose reads must be answered. */
  public static Crowd strict(Cluster cluster, Ledger ledger, Random random, int size) {
    var reads = Reads.all(cluster, new Patience());
    return begin(reads, ledger, random, size, Duration.ofMillis(1));
  }

  /** Customers who think before they ask, and to whom nodes may be away. */
  public static Crowd patient(Cluster cluster, Ledger ledger, Random random, int size) {
    var reads = Reads.some(cluster, new Patience());
    return begin(reads, ledger, random, size, Duration.ofMillis(200));
  }

  private static Crowd begin(
      Reads reads, Ledger ledger, Random random, int size, Duration thinking) {
    var crowd = new Crowd(reads, size);
    for (int each = 0; each < size; each++) {
      var own = new Random(random.nextLong());
      var visits = new ArrayList<Visit>();
      for (int shop = 0; shop < SHOPS_OF_EACH; shop++) {
        visits.add(visit(reads.cluster(), own));
      }
      var customer = new Customer(visits, own, ledger, crowd.patience, reads);
      crowd.busy.add(
          crowd.threads.scheduleWithFixedDelay(
              () -> {
                customer.step();
                crowd.steps.incrementAndGet();
              },
              0,
              thinking.toMillis(),
              TimeUnit.MILLISECONDS));
    }
    return crowd;
  }

  private static Visit visit(Cluster cluster, Random random) {
    var shop = Shop.open(cluster, Map.of("approval", "MANUAL", "cancellationCutOff", "PT0S"));
    var free = shop.free();
    int first = random.nextInt(free.size() - SLOTS);
    return new Visit(shop, new Corner(free.subList(first, first + SLOTS), random));
  }

  /** Waits until as many more requests were answered for good; fails where somebody has left. */
  public void awaitMore(int more) {
    int wanted = steps.get() + more;
    await("customers go on")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> busy.stream().anyMatch(Future::isDone) || steps.get() >= wanted);
    busy.stream().filter(Future::isDone).forEach(Crowd::mustHaveGoneOn);
  }

  /** What they asked, and had to ask again. */
  @Override
  public String toString() {
    return "%d steps, %d reads, asked again after %s"
        .formatted(steps.get(), reads.count().get(), patience);
  }

  /** Waits until each has got the last answer; fails where anybody got one that was wrong. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("everybody was answered")
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    busy.forEach(Crowd::mustHaveGoneOn);
  }

  private static void mustHaveGoneOn(Future<?> customer) {
    try {
      customer.get();
    } catch (CancellationException e) {
      // The end of the day, between two things.
    } catch (ExecutionException e) {
      throw new AssertionError("somebody got a wrong answer: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
