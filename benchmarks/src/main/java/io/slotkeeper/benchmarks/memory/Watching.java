package io.slotkeeper.benchmarks.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at something again and again, beside what else is done. */
public final class Watching<T> implements AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final List<T> seen = new ArrayList<>();

  /** Begins at once. */
  public Watching(Duration pause, Supplier<T> look) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> add(look.get()), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void add(T one) {
    seen.add(one);
  }

  /** What was seen since the last time that this was asked. */
  public synchronized List<T> take() {
    var taken = List.copyOf(seen);
    seen.clear();
    return taken;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
