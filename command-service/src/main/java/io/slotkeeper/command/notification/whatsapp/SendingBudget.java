package io.slotkeeper.command.notification.whatsapp;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ExpiredEntriesCleaner;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.privacy.PhoneHashes;
import io.slotkeeper.platform.foundation.Sha256;
import io.slotkeeper.platform.limit.WallClock;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps all nodes together below Meta's limits: so many messages a second altogether, and to each
 * recipient 45 at once and one more every 6 seconds. Call it outside of a transaction; it opens its
 * own.
 */
@Component
class SendingBudget {
  private static final Logger log = LoggerFactory.getLogger(SendingBudget.class);
  static final String SENDER_SPENT = "sender-budget";
  static final String PAIR_SPENT = "pair-budget";
  static final String UNAVAILABLE = "budget-unavailable";
  static final int PAIR_BURST = 45;
  static final Duration PAIR_REFILL = Duration.ofSeconds(6);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(900);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);
  private static final int SWEEP_AT_MOST = 1000;
  private static final BucketConfiguration PAIR =
      BucketConfiguration.builder()
          .addLimit(
              Bandwidth.builder().capacity(PAIR_BURST).refillIntervally(1, PAIR_REFILL).build())
          .build();

  private final ProxyManager<Long> buckets;
  private final ExpiredEntriesCleaner cleaner;
  private final PhoneHashes hashes;
  private final Clock clock;
  private final String from;
  private final BucketConfiguration sender;
  private final long senderKey;
  private final AtomicReference<Instant> nextSweep;

  SendingBudget(DataSource database, WhatsAppSettings settings, PhoneHashes hashes, Clock clock) {
    var stored =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .table("command.whatsapp_budget")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .clientClock(new WallClock(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
    this.buckets = stored;
    this.cleaner = stored;
    this.hashes = hashes;
    this.clock = clock;
    this.from = String.valueOf(settings.phoneNumberId());
    int perSecond = settings.messagesPerSecond();
    this.sender =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    // What was saved up comes on top of a second's refill: keep it small.
                    .capacity(Math.max(1, perSecond / 10))
                    .refillGreedy(perSecond, Duration.ofSeconds(1))
                    .build())
            .build();
    // A stored bucket keeps its rate: another rate is another bucket.
    this.senderKey = key("sender " + from + " " + perSecond);
    this.nextSweep = new AtomicReference<>(clock.instant());
  }

  /**
   * Takes one message to a recipient off the budget; waits about a second for the sender's part.
   *
   * @throws NotSent where there is nothing left to take
   */
  void take(PhoneNumber to) {
    try {
      sweepNowAndThen();
      takeOfBoth(to);
    } catch (NotSent e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("The budget for WhatsApp cannot be read", e);
      throw new NotSent(FailureClass.TRANSIENT, UNAVAILABLE);
    }
  }

  /** Drops what is full again anyway. */
  int removeExpired() {
    return cleaner.removeExpired(SWEEP_AT_MOST);
  }

  private void takeOfBoth(PhoneNumber to) {
    var pair = buckets.builder().build(key(to), () -> PAIR);
    var taken = pair.tryConsumeAndReturnRemaining(1);
    if (!taken.isConsumed()) {
      throw new NotSent(
          FailureClass.PAIR_LIMIT, PAIR_SPENT, Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }
    if (!takeOfSender()) {
      pair.addTokens(1);
      throw new NotSent(FailureClass.SLOW_DOWN, SENDER_SPENT, LONGEST_WAIT);
    }
  }

  private boolean takeOfSender() {
    Bucket bucket = buckets.builder().build(senderKey, () -> sender);
    try {
      return bucket.asBlocking().tryConsume(1, LONGEST_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void sweepNowAndThen() {
    var now = clock.instant();
    var due = nextSweep.get();
    if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
      removeExpired();
    }
  }

  private long key(PhoneNumber to) {
    return ByteBuffer.wrap(hashes.of("whatsapp-pair/1:" + from, to)).getLong();
  }

  private static long key(String name) {
    return ByteBuffer.wrap(Sha256.of(name)).getLong();
  }
}
