package io.slotkeeper.query.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** What became of the questions and of the fills, by kind of answer. */
final class CacheMetrics {
  private final MeterRegistry meters;

  CacheMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(String kind, Result result) {
    meters
        .counter(
            "slotkeeper.cache.requests",
            "cache",
            kind,
            "result",
            result.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  void filled(String kind, Duration took, int refused) {
    meters.timer("slotkeeper.cache.fill", "cache", kind).record(took);
    meters.counter("slotkeeper.cache.fills.refused", "cache", kind).increment(refused);
  }

  /** What became of a question. */
  enum Result {
    /** Answered from Redis. */
    HIT,
    /** Redis had no answer that is good. */
    MISS,
    /** Redis was not there. */
    FALLBACK
  }
}
