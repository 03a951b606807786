package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.cache.Holds;
import io.slotkeeper.query.projection.Position;
import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads one rebuild from its beginning, or from where another node left it, to its end. */
@Component
class RebuildRun {
  private static final Logger log = LoggerFactory.getLogger(RebuildRun.class);

  /** An event that was appended late can be in one generation and not yet in the other. */
  private static final int COMPARISONS = 5;

  /** After so many steps without being able to read the events. */
  private static final int STUCK = 600;

  private final Rebuilds rebuilds;
  private final Generations generations;
  private final Replay.Starter replays;
  private final Positions positions;
  private final Handover handover;
  private final Holds holds;
  private final JdbcOperations jdbc;
  private final TransactionTemplate transaction;

  RebuildRun(
      Rebuilds rebuilds,
      Generations generations,
      Replay.Starter replays,
      Positions positions,
      Handover handover,
      Holds holds,
      JdbcOperations jdbc,
      PlatformTransactionManager transactions) {
    this.rebuilds = rebuilds;
    this.generations = generations;
    this.replays = replays;
    this.positions = positions;
    this.handover = handover;
    this.holds = holds;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Runs until it has ended, or this node may not go on.
   *
   * @param pause waits a moment; whether to go on after it
   */
  void lead(Rebuild rebuild, Projection<?, ?> projection, BooleanSupplier pause) {
    if (rebuild.startedAt() == null && !prepare(rebuild, projection)) {
      return;
    }
    log.info(
        "Rebuilding {} by version {}: {}",
        projection.name(),
        projection.version(),
        rebuild.cause());
    var progress = new Progress(rebuilds, rebuild);
    try (var replay = replays.start(projection)) {
      follow(rebuild, projection, replay, progress, pause);
    }
    if (rebuilds.find(rebuild.rebuildId()).filter(Rebuild::ended).isPresent()) {
      clear(projection);
    }
  }

  /** Removes what a rebuild that has ended may have left. */
  void clear(Projection<?, ?> projection) {
    transaction.executeWithoutResult(
        status -> {
          generations.dropNext(projection);
          forgetTokens(projection);
        });
  }

  private boolean prepare(Rebuild rebuild, Projection<?, ?> projection) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!rebuilds.hold(rebuild.rebuildId())) {
                return false;
              }
              generations.createNext(projection);
              forgetTokens(projection);
              rebuilds.begin(rebuild.rebuildId());
              return true;
            }));
  }

  private void follow(
      Rebuild rebuild,
      Projection<?, ?> projection,
      Replay replay,
      Progress progress,
      BooleanSupplier pause) {
    int comparisons = 0;
    int stuck = 0;
    do {
      var serving = step(projection, replay);
      if (!progress.report(replay.passed(), positions)) {
        log.info("The rebuild of {} was called off", projection.name());
        return;
      }
      stuck = replay.isStuck() ? stuck + 1 : 0;
      var failure = replay.failure().filter(Failures::isFinal).map(Failures::words);
      if (failure.isEmpty() && stuck > STUCK) {
        failure = Optional.of("the events cannot be read; see the log");
      }
      if (failure.isPresent()) {
        fail(rebuild, failure.get());
        return;
      }
      if (hasCaughtUp(projection, serving)) {
        progress.comparing();
        var difference = difference(rebuild, projection, replay);
        if (difference.isPresent() && difference.get().isEmpty()) {
          if (exchange(rebuild, projection, replay)) {
            return;
          }
        } else if (difference.isPresent() && ++comparisons >= COMPARISONS) {
          fail(rebuild, difference.get());
          return;
        }
      }
    } while (pause.getAsBoolean());
  }

  private Position step(Projection<?, ?> projection, Replay replay) {
    var serving = positions.of(projection.name());
    replay.moveTo(serving.index());
    return serving;
  }

  private boolean hasCaughtUp(Projection<?, ?> projection, Position serving) {
    var next = positions.of(Replay.Starter.processor(projection));
    return positions.hasHandled(projection, next, serving.index());
  }

  private BooleanSupplier caughtUp(Projection<?, ?> projection, Replay replay) {
    return () -> hasCaughtUp(projection, step(projection, replay));
  }

  /**
   * What differs, in words; empty words for nothing, and nothing at all if it must be tried again.
   */
  private Optional<String> difference(Rebuild rebuild, Projection<?, ?> projection, Replay replay) {
    generations.analyzeNext(projection);
    if (rebuild.onDifference() == OnDifference.SWITCH) {
      return Optional.of("");
    }
    var snapshot = handover.snapshot(projection, caughtUp(projection, replay));
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    try (var same = snapshot.get()) {
      var compared =
          filledBy(projection) == projection.version()
              ? Fingerprint.WHOLE_ROWS
              : Fingerprint.keyAndVersion(projection);
      var serves = same.fingerprint(Generations.serving(projection), projection, compared);
      var next = same.fingerprint(Generations.next(projection), projection, compared);
      return Optional.of(
          serves.equals(next)
              ? ""
              : "what serves has %s, the rebuild has %s".formatted(serves, next));
    } catch (SQLException e) {
      throw new IllegalStateException("the generations cannot be compared", e);
    }
  }

  private boolean exchange(Rebuild rebuild, Projection<?, ?> projection, Replay replay) {
    var afterwards = new ArrayList<Runnable>();
    boolean exchanged;
    try {
      exchanged =
          handover.exchange(
              projection,
              caughtUp(projection, replay),
              () -> exchangeNow(rebuild, projection, afterwards));
    } finally {
      afterwards.forEach(Runnable::run);
    }
    if (exchanged) {
      log.info("The rebuild of {} serves", projection.name());
    }
    return exchanged;
  }

  private boolean exchangeNow(
      Rebuild rebuild, Projection<?, ?> projection, List<Runnable> afterwards) {
    if (!rebuilds.end(rebuild.rebuildId(), RebuildState.DONE, null)) {
      return false;
    }
    generations.changePlaces(projection);
    jdbc.update(
        "UPDATE query.projection SET version = ? WHERE name = ?",
        projection.version(),
        projection.name());
    // The next generation has taken what had been put aside, or it would not be here.
    jdbc.update("DELETE FROM query.DeadLetterEntry WHERE processingGroup = ?", projection.name());
    // What was cached is of the generation that goes.
    afterwards.add(holds.bump());
    return true;
  }

  private int filledBy(Projection<?, ?> projection) {
    return jdbc.queryForList(
            "SELECT version FROM query.projection WHERE name = ?", Integer.class, projection.name())
        .getFirst();
  }

  private void fail(Rebuild rebuild, String reason) {
    log.error(
        "The rebuild of {} has failed, what served before still does: {}",
        rebuild.projection(),
        reason);
    rebuilds.end(rebuild.rebuildId(), RebuildState.FAILED, reason);
  }

  private void forgetTokens(Projection<?, ?> projection) {
    jdbc.update(
        "DELETE FROM query.TokenEntry WHERE processorName = ?",
        Replay.Starter.processor(projection));
  }
}
