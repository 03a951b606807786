package io.slotkeeper.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.slotkeeper.platform.limit.Policy.Allowance;
import io.slotkeeper.platform.limit.Remembered.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Charges requests. A node takes some permits of a client at once, so that most requests ask
 * nobody. All nodes together do not allow more for it, and may allow less by what they hold.
 */
final class RateLimiter {
  private final Buckets buckets;
  private final Cache<String, Remembered> memory;
  private final TimeMeter clock;
  private final LimitMetrics metrics;

  RateLimiter(
      Buckets buckets,
      TimeMeter clock,
      Duration longestPeriod,
      int mostClients,
      LimitMetrics metrics) {
    this.buckets = buckets;
    this.clock = clock;
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
    // An allowed charge is counted when it is made.
    return use(charge, this::look, Quota::allowed);
  }

  private Quota look(Charge charge, Remembered memory, Bucket bucket) {
    long now = clock.currentTimeNanos();
    var hand = memory.hand();
    if (mayUse(hand, now)) {
      return new Quota(charge, true, hand.left(), hand.voidIn(now));
    }
    var probe = bucket.estimateAbilityToConsume(1);
    var wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
    return new Quota(charge, probe.canBeConsumed(), probe.getRemainingTokens(), wait);
  }

  /** Makes one charge. */
  Quota take(Charge charge) {
    return use(charge, this::take, quota -> false);
  }

  private Quota take(Charge charge, Remembered memory, Bucket bucket) {
    long now = clock.currentTimeNanos();
    var hand = memory.hand();
    if (mayUse(hand, now)) {
      var rest = hand.plus(-1);
      memory.hold(rest);
      memory.decidedBy(rest.from());
      return new Quota(charge, true, rest.left(), rest.voidIn(now));
    }
    long wanted = wanted(charge.allowance(), memory, bucket);
    var probe = bucket.tryConsumeAndReturnRemaining(wanted);
    if (!probe.isConsumed() && wanted > 1) {
      // Others have left less.
      wanted = 1;
      probe = bucket.tryConsumeAndReturnRemaining(wanted);
    }
    boolean isTaken = probe.isConsumed();
    var reset = Duration.ofNanos(probe.getNanosToWaitForReset());
    var rest =
        new Hand(
            isTaken ? wanted - 1 : 0,
            probe.getRemainingTokens(),
            now + reset.toNanos(),
            memory.source());
    memory.hold(rest);
    return new Quota(charge, isTaken, rest.left(), reset);
  }

  /** What was taken while Redis was away is not counted there: where it is back, it is void. */
  private boolean mayUse(Hand hand, long now) {
    return hand.hasSome(now) && !(hand.from() == Source.ALONE && buckets.areShared());
  }

  private static long wanted(Allowance allowance, Remembered memory, Bucket bucket) {
    long most = allowance.mostAtOnce();
    // Where there is no bucket yet, asking what is in it would make one.
    return most > 1 && memory.state().isPresent()
        ? allowance.atOnce(bucket.getAvailableTokens())
        : most;
  }

  /** Takes a charge back. */
  void giveBack(Charge charge) {
    var unused =
        use(
            charge,
            (same, memory, bucket) -> {
              long most = charge.allowance().mostAtOnce();
              if (memory.hand().hasRoom(clock.currentTimeNanos(), most)) {
                memory.hold(memory.hand().plus(1));
              } else {
                bucket.addTokens(1);
              }
              return new Quota(charge, true, 0, Duration.ZERO);
            },
            quota -> true);
  }

  /** How many buckets this node remembers. */
  long remembered() {
    memory.cleanUp();
    return memory.estimatedSize();
  }

  private Quota use(Charge charge, Use use, Predicate<Quota> isNotCounted) {
    var bucket = memory.get(charge.key(), Remembered::new);
    bucket.lock().lock();
    try {
      bucket.decidedBy(Source.LOCAL);
      var proxy = buckets.getProxy(bucket, () -> charge.allowance().bucket());
      var quota = use.of(charge, bucket, proxy);
      if (!isNotCounted.test(quota)) {
        metrics.count(charge.policy().name(), quota.allowed(), bucket.source());
      }
      return quota;
    } finally {
      bucket.lock().unlock();
    }
  }

  /** What is done with a bucket by who holds its lock. */
  @FunctionalInterface
  private interface Use {
    Quota of(Charge charge, Remembered memory, Bucket bucket);
  }
}
