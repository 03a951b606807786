package io.slotkeeper.benchmarks;

import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** What is done before anything is measured. */
public final class WarmUp {

  /** A compiler that goes on must not take all day. */
  private static final int MOST = 15;

  private static final double STILL_FASTER = 1.03;

  private WarmUp() {}

  /**
   * Loads something again and again until that makes it no faster.
   *
   * @param load for so long, and says how much was answered in a second
   */
  public static void of(Bench bench, String what, ToDoubleFunction<Duration> load) {
    double best = 0;
    boolean faster = true;
    for (int time = 1; faster && time <= MOST; time++) {
      bench.progress().now("%s: warming up, %.0f/s".formatted(what, best));
      double rate = load.applyAsDouble(bench.settings().warmUp());
      faster = rate > best * STILL_FASTER && !bench.settings().isShort();
      best = Math.max(best, rate);
    }
  }
}
