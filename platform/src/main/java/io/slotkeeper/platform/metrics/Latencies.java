package io.slotkeeper.platform.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Collection;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Times of all timers together, from the buckets of their histograms. Within a bucket times are
 * taken to be spread evenly, as Prometheus does.
 */
final class Latencies {
  private final TreeMap<Double, Long> upTo = new TreeMap<>();
  private long count;

  Latencies(Collection<Timer> timers) {
    for (var timer : timers) {
      var times = timer.takeSnapshot();
      count += times.count();
      for (CountAtBucket bucket : times.histogramCounts()) {
        double end = bucket.bucket(TimeUnit.MILLISECONDS);
        if (Double.isFinite(end)) {
          upTo.merge(end, Math.round(bucket.count()), Long::sum);
        }
      }
    }
  }

  long count() {
    return count;
  }

  /** In milliseconds; what is above the last bucket is given as its end. */
  double percentile(double share) {
    if (count == 0) {
      return 0;
    }
    double rank = share * count;
    double begin = 0;
    double before = 0;
    for (var bucket : upTo.entrySet()) {
      if (bucket.getValue() >= rank && bucket.getValue() > before) {
        double part = (rank - before) / (bucket.getValue() - before);
        return Math.round(100 * (begin + part * (bucket.getKey() - begin))) / 100.0;
      }
      begin = bucket.getKey();
      before = bucket.getValue();
    }
    return begin;
  }
}
