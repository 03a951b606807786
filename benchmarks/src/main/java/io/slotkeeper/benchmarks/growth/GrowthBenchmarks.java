package io.slotkeeper.benchmarks.growth;

import io.slotkeeper.benchmarks.Benchmark;
import io.slotkeeper.benchmarks.limiter.LimiterCost;
import io.slotkeeper.benchmarks.memory.MemoryUse;
import io.slotkeeper.benchmarks.micro.MicroBenchmarks;
import io.slotkeeper.benchmarks.rebuild.RebuildSpeed;
import io.slotkeeper.benchmarks.soak.Soak;
import io.slotkeeper.benchmarks.start.StartUp;
import java.util.List;

/** Those of size and of time. */
public final class GrowthBenchmarks {
  private GrowthBenchmarks() {}

  /** In the order in which they run. */
  public static List<Benchmark> all() {
    return List.of(
        new MicroBenchmarks(),
        new Growth(),
        new RebuildSpeed(),
        new StartUp(),
        new MemoryUse(),
        new LimiterCost(),
        new Soak());
  }
}
