package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Benchmark;
import java.util.List;

/** Those of this package. */
public final class BookingBenchmarks {

  private BookingBenchmarks() {}

  /** In the order in which they run. */
  public static List<Benchmark> all() {
    return List.of();
  }
}
