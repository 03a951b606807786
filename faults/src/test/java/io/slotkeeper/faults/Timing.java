package io.slotkeeper.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** How long something took, each time. */
final class Timing {

  private final String what;
  private final List<Duration> times = new CopyOnWriteArrayList<>();

  Timing(String what) {
    this.what = what;
  }

  void of(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    times.add(Duration.ofNanos(System.nanoTime() - begin));
  }

  @Override
  public String toString() {
    return what
        + times.stream().map(each -> " %.1f s".formatted(each.toMillis() / 1000.0)).toList();
  }
}
