package io.slotkeeper.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long something took, each time. */
final class Timing {

  private final String what;
  private final List<Duration> times = new ArrayList<>();

  Timing(String what) {
    this.what = what;
  }

  <T> T of(Supplier<T> work) {
    long begin = System.nanoTime();
    T result = work.get();
    times.add(Duration.ofNanos(System.nanoTime() - begin));
    return result;
  }

  void of(Runnable work) {
    of(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public String toString() {
    return what
        + times.stream().map(each -> " %.1f s".formatted(each.toMillis() / 1000.0)).toList();
  }
}
