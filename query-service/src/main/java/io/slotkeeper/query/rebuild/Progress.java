package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Positions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how far a rebuild is: in the table every second, in the log every few. */
final class Progress {
  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final long REPORT = Duration.ofSeconds(1).toNanos();
  private static final int REPORTS_A_LINE = 5;

  private final Rebuilds rebuilds;
  private final Rebuild rebuild;
  private RebuildState state = RebuildState.REPLAYING;
  private long lastTime = System.nanoTime() - REPORT;
  private long lastPassed = -1;
  private int reports;

  Progress(Rebuilds rebuilds, Rebuild rebuild) {
    this.rebuilds = rebuilds;
    this.rebuild = rebuild;
  }

  void comparing() {
    state = RebuildState.COMPARING;
  }

  /** Reports what is about to serve; whether the rebuild still goes on. */
  boolean last(long passed, Positions positions) {
    lastTime = System.nanoTime() - REPORT;
    return report(passed, positions);
  }

  /** Reports if it is time to; whether the rebuild still goes on. */
  boolean report(long passed, Positions positions) {
    long now = System.nanoTime();
    if (now - lastTime < REPORT) {
      return true;
    }
    double seconds = (now - lastTime) / 1e9;
    double rate = lastPassed < 0 ? 0 : Math.max(0, passed - lastPassed) / seconds;
    long total = positions.newest();
    lastTime = now;
    lastPassed = passed;
    if (reports++ % REPORTS_A_LINE == 0) {
      log.info(
          "Rebuild of {}: {} of {} events, {} events/s",
          rebuild.projection(),
          Math.max(0, passed),
          total,
          Math.round(rate));
    }
    return rebuilds.report(rebuild.rebuildId(), state, Math.max(0, passed), total, rate);
  }
}
