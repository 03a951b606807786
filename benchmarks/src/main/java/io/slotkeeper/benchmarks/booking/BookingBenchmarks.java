package io.slotkeeper.benchmarks.booking;

import io.slotkeeper.benchmarks.Benchmark;
import java.util.List;

/** Those of this package. */
public final class BookingBenchmarks {

  private static final int MANY = 50;

  private BookingBenchmarks() {}

  /** In the order in which they run. */
  public static List<Benchmark> all() {
    return List.of(
        new Bookings("bookings-one", "one business", 1),
        new Bookings("bookings-many", "%d businesses".formatted(MANY), MANY),
        new HotSlot(),
        new Lag());
  }
}
