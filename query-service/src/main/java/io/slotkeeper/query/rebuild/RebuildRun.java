package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Position;
import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
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
  private static final String CALLED_OFF = "The rebuild of {} was called off";

  private final Rebuilds rebuilds;
  private final Generations generations;
  private final Replay.Starter replays;
  private final Positions positions;
  private final Exchange exchange;
  private final JdbcOperations jdbc;
  private final TransactionTemplate transaction;

  RebuildRun(
      Rebuilds rebuilds,
      Generations generations,
      Replay.Starter replays,
      Positions positions,
      Exchange exchange,
      JdbcOperations jdbc,
      PlatformTransactionManager transactions) {
    this.rebuilds = rebuilds;
    this.generations = generations;
    this.replays = replays;
    this.positions = positions;
    this.exchange = exchange;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Runs until it has ended, or this node may not go on.
   *
   * @param pause waits a moment; whether to go on after it
   */
  void lead(Rebuild found, Projection<?, ?> projection, BooleanSupplier pause) {
    if (found.startedAt() == null && !prepare(found, projection)) {
      return;
    }
    var rebuild = rebuilds.find(found.rebuildId()).orElseThrow();
    log.info(
        "Rebuilding {} by version {}: {}",
        projection.name(),
        projection.version(),
        rebuild.cause());
    var progress = new Progress(rebuilds, rebuild);
    try (var replay = replays.start(projection)) {
      follow(rebuild, projection, replay, progress, pause);
    } catch (TablesHaveChanged e) {
      log.info("The rebuild of {} starts over: {}", projection.name(), e.getMessage());
      rebuilds.beginAnew(rebuild.rebuildId());
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
    var attempts = new Attempts();
    do {
      var serving = step(projection, replay);
      if (!progress.report(replay.passed(), positions)) {
        log.info(CALLED_OFF, projection.name());
        return;
      }
      var failure = attempts.failureOf(replay);
      if (failure.isPresent()) {
        // Or another node leads it by now, and has taken the work from this one's hands.
        if (pause.getAsBoolean()) {
          fail(rebuild, failure.get());
        }
        return;
      }
      if (hasCaughtUp(projection, serving) && attempts.isTime()) {
        progress.comparing();
        if (!attempts.areEqual()) {
          var difference = exchange.difference(rebuild, projection, caughtUp(projection, replay));
          failure = attempts.compared(difference);
        }
        if (failure.isPresent()) {
          fail(rebuild, failure.get());
          return;
        }
        if (attempts.areEqual()) {
          // Where it was called off, the next report may be long in coming.
          // What comes after the last event of its own was passed over by whoever read it.
          if (!progress.last(Math.max(replay.passed(), serving.furthest()), positions)) {
            log.info(CALLED_OFF, projection.name());
            return;
          }
          if (exchange.changePlaces(rebuild, projection, caughtUp(projection, replay))) {
            log.info("The rebuild of {} serves", projection.name());
            return;
          }
        }
        attempts.rest();
      }
    } while (pause.getAsBoolean());
  }

  private Position step(Projection<?, ?> projection, Replay replay) {
    var serving = positions.of(projection.name());
    // As far as any of its parts is: what one has passed that is behind it is not asked for again.
    replay.moveTo(serving.furthest());
    return serving;
  }

  private boolean hasCaughtUp(Projection<?, ?> projection, Position serving) {
    var next = positions.of(Replay.Starter.processor(projection));
    return positions.hasHandled(projection, next, serving.furthest());
  }

  private BooleanSupplier caughtUp(Projection<?, ?> projection, Replay replay) {
    return () -> hasCaughtUp(projection, step(projection, replay));
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
