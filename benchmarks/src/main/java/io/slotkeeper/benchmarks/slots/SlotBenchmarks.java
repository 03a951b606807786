package io.slotkeeper.benchmarks.slots;

import io.slotkeeper.benchmarks.Benchmark;
import java.util.List;

/** Those of this package. */
public final class SlotBenchmarks {

  private SlotBenchmarks() {}

  /** In the order in which they run. */
  public static List<Benchmark> all() {
    var year = new YearOfBookings();
    return List.of(new CachedSlots(year), new UncachedSlots(year));
  }
}
