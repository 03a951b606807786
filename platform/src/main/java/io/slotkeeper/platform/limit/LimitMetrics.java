package io.slotkeeper.platform.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what was charged and refused; never whom. */
final class LimitMetrics {
  private final MeterRegistry meters;

  LimitMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(String policy, boolean allowed, Remembered.Source source) {
    meters
        .counter(
            "slotkeeper.limits",
            "policy",
            policy,
            "outcome",
            allowed ? "allowed" : "refused",
            "source",
            source.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
