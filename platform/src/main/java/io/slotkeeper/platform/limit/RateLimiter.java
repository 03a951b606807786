package io.slotkeeper.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.slotkeeper.platform.limit.Remembered.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Charges requests. */
final class RateLimiter {
  private final Buckets buckets;
  private final Cache<String, Remembered> memory;
  private final LimitMetrics metrics;

  RateLimiter(Buckets buckets, Duration longestPeriod, int mostClients, LimitMetrics metrics) {
    this.buckets = buckets;
    this.metrics = metrics;
    // What was left alone for so long is full again: nothing is lost by forgetting it.
    this.memory =
        Caffeine.newBuilder().maximumSize(mostClients).expireAfterAccess(longestPeriod).build();
  }

  /** Makes all charges, or none where one is refused; then the answer has those refused. */
  List<Quota> charge(List<Charge> charges) {
    if (charges.size() > 1) {
      var refused = charges.stream().map(this::look).filter(quota -> !quota.allowed()).toList();
      if (!refused.isEmpty()) {
        return refused;
      }
    }
    var made = new ArrayList<Quota>();
    for (var charge : charges) {
      var quota = take(charge);
      if (!quota.allowed()) {
        // Somebody was faster than the look.
        made.forEach(before -> giveBack(before.charge()));
        return List.of(quota);
      }
      made.add(quota);
    }
    return made;
  }

  /** What a charge would meet, without making it. */
  Quota look(Charge charge) {
    return use(
        charge,
        bucket -> {
          var probe = bucket.estimateAbilityToConsume(1);
          var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
          return new Quota(charge, probe.canBeConsumed(), probe.getRemainingTokens(), wait);
        },
        // An allowed charge is counted when it is made.
        Quota::allowed);
  }

  /** Makes one charge. */
  Quota take(Charge charge) {
    return use(
        charge,
        bucket -> {
          var probe = bucket.tryConsumeAndReturnRemaining(1);
          var reset = Duration.ofNanos(probe.getNanosToWaitForReset());
          return new Quota(charge, probe.isConsumed(), probe.getRemainingTokens(), reset);
        },
        quota -> false);
  }

  /** Takes a charge back. */
  void giveBack(Charge charge) {
    var unused =
        use(
            charge,
            bucket -> {
              bucket.addTokens(1);
              return new Quota(charge, true, 0, Duration.ZERO);
            },
            quota -> true);
  }

  /** How many buckets this node remembers. */
  long remembered() {
    memory.cleanUp();
    return memory.estimatedSize();
  }

  private Quota use(Charge charge, Function<Bucket, Quota> use, Predicate<Quota> isNotCounted) {
    var bucket = memory.get(charge.key(), Remembered::new);
    bucket.lock().lock();
    try {
      bucket.decidedBy(Source.LOCAL);
      var quota = use.apply(buckets.getProxy(bucket, () -> charge.allowance().bucket()));
      if (!isNotCounted.test(quota)) {
        metrics.count(charge.policy().name(), quota.allowed(), bucket.source());
      }
      return quota;
    } finally {
      bucket.lock().unlock();
    }
  }
}
