package io.slotkeeper.query.freshness;

import io.slotkeeper.query.projection.Position;
import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Waits for projections. All that wait on a node share one thread which looks where the projections
 * are; it runs while somebody waits, so that many who wait cost the database no more than one.
 */
@Component
final class Arrivals {
  private static final Duration PAUSE = Duration.ofMillis(4);

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Waiter> waiters = new HashSet<>();
  private final Positions positions;
  private final int mostWaiting;
  private boolean watching;

  Arrivals(Positions positions, FreshnessSettings settings) {
    this.positions = positions;
    this.mostWaiting = settings.mostWaiting();
  }

  /**
   * Whether all of these projections have handled everything up to a number, or do so in time. A
   * full house is told so at once.
   */
  boolean await(long number, List<Projection<?, ?>> needed, Duration patience) {
    var waiter = new Waiter(number, needed, new CompletableFuture<@Nullable Void>());
    look(List.of(waiter));
    if (waiter.arrived().isDone() || patience.isZero() || !enter(waiter)) {
      return waiter.arrived().isDone();
    }
    try {
      waiter.arrived().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException trouble
          ? trouble
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      leave(waiter);
    }
  }

  private boolean enter(Waiter waiter) {
    lock.lock();
    try {
      if (waiters.size() >= mostWaiting) {
        return false;
      }
      waiters.add(waiter);
      if (!watching) {
        watching = true;
        Thread.ofVirtual().name("freshness").start(this::watch);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void leave(Waiter waiter) {
    lock.lock();
    try {
      waiters.remove(waiter);
    } finally {
      lock.unlock();
    }
  }

  private void watch() {
    for (var present = present(); !present.isEmpty(); present = present()) {
      try {
        look(present);
      } catch (RuntimeException trouble) {
        present.forEach(waiter -> waiter.arrived().completeExceptionally(trouble));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Those that still wait. Where there are none, the next one has to start the watch again. */
  private List<Waiter> present() {
    lock.lock();
    try {
      var present = waiters.stream().filter(waiter -> !waiter.arrived().isDone()).toList();
      watching = !present.isEmpty();
      return present;
    } finally {
      lock.unlock();
    }
  }

  private void look(List<Waiter> present) {
    var now = positions.now();
    long farthest = present.stream().mapToLong(Waiter::number).max().orElseThrow();
    Map<String, Long> handled = new HashMap<>();
    Function<Projection<?, ?>, Long> reached =
        projection ->
            handled.computeIfAbsent(
                projection.name(),
                name ->
                    positions.handledUpTo(
                        projection, now.getOrDefault(name, Position.START), farthest));
    present.stream()
        .filter(
            waiter ->
                waiter.needed().stream().allMatch(need -> reached.apply(need) >= waiter.number()))
        .forEach(waiter -> waiter.arrived().complete(null));
  }

  private record Waiter(
      long number, List<Projection<?, ?>> needed, CompletableFuture<@Nullable Void> arrived) {}
}
