package io.slotkeeper.platform.health;

import io.slotkeeper.platform.foundation.Routine;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Looks at a part on a thread of its own, so that neither a caller nor another part waits for one
 * that hangs.
 */
final class WatchedPart implements HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(WatchedPart.class);

  /** What the last look saw, and since when by {@link System#nanoTime()} one goes on. */
  private record Look(boolean works, boolean busy, long since) {}

  private final HealthPart part;
  private final long patience;
  private final Routine routine;
  private final CountDownLatch seen = new CountDownLatch(1);
  private volatile Look last = new Look(true, false, 0);

  WatchedPart(HealthPart part, HealthSettings settings) {
    this.part = part;
    this.patience = settings.patience().toNanos();
    this.routine = new Routine("health-" + part.name(), settings.interval(), this::look);
  }

  String name() {
    return part.name();
  }

  void start() {
    routine.start();
  }

  void stop() {
    routine.stop();
  }

  /** How the service stands by this part; waits for the first look alone. */
  Standing standing() {
    try {
      return seen.await(patience, TimeUnit.NANOSECONDS) && works() ? Standing.UP : part.without();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return part.without();
    }
  }

  /** The same as a number; not one before the first look. */
  double measure() {
    return seen.getCount() > 0 ? Double.NaN : standing().measure();
  }

  @Override
  public Health health() {
    return Health.status(standing().status()).build();
  }

  private boolean works() {
    var look = last;
    return look.works() && !(look.busy() && System.nanoTime() - look.since() > patience);
  }

  void look() {
    boolean before = last.works();
    last = new Look(before, true, System.nanoTime());
    boolean works = ask();
    last = new Look(works, false, 0);
    seen.countDown();
    if (works != before) {
      log.info("{} {}", part.name(), works ? "works again" : "does not work");
    }
  }

  private boolean ask() {
    try {
      return part.works().getAsBoolean();
    } catch (RuntimeException | Error e) {
      log.debug("{} does not work", part.name(), e);
      return false;
    }
  }
}
