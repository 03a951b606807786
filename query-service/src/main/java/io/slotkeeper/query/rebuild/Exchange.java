package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.cache.Holds;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.ServedVersions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Compares two generations, and lets the next one serve. */
@Component
class Exchange {
  private final Rebuilds rebuilds;
  private final Generations generations;
  private final Handover handover;
  private final Holds holds;
  private final ServedVersions versions;
  private final JdbcOperations jdbc;

  Exchange(
      Rebuilds rebuilds,
      Generations generations,
      Handover handover,
      Holds holds,
      ServedVersions versions,
      JdbcOperations jdbc) {
    this.rebuilds = rebuilds;
    this.generations = generations;
    this.handover = handover;
    this.holds = holds;
    this.versions = versions;
    this.jdbc = jdbc;
  }

  /**
   * What differs, in words.
   *
   * @return empty words for nothing, and nothing at all if it must be tried again
   */
  Optional<String> difference(
      Rebuild rebuild, Projection<?, ?> projection, BooleanSupplier caughtUp) {
    generations.analyzeNext(projection);
    if (rebuild.onDifference() == OnDifference.SWITCH) {
      return Optional.of("");
    }
    var snapshot = handover.snapshot(projection, caughtUp);
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    try (var same = snapshot.get()) {
      var compared =
          versions.of(projection) == projection.version()
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

  /** Changes their places, unless somebody is in the way; whether the next one serves. */
  boolean changePlaces(Rebuild rebuild, Projection<?, ?> projection, BooleanSupplier caughtUp) {
    var afterwards = new ArrayList<Runnable>();
    try {
      return handover.exchange(
          projection, caughtUp, () -> changePlacesNow(rebuild, projection, caughtUp, afterwards));
    } finally {
      afterwards.forEach(Runnable::run);
    }
  }

  private boolean changePlacesNow(
      Rebuild rebuild,
      Projection<?, ?> projection,
      BooleanSupplier caughtUp,
      List<Runnable> afterwards) {
    if (!rebuilds.end(rebuild.rebuildId(), RebuildState.DONE, null)) {
      return false;
    }
    if (!generations.areAlike(projection)) {
      throw new TablesHaveChanged();
    }
    // The next generation has taken what had been put aside, or it would not be here.
    jdbc.update("DELETE FROM query.DeadLetterEntry WHERE processingGroup = ?", projection.name());
    // What is put aside touches no table, so it is not held up. Once more, then: a later one stays.
    if (!caughtUp.getAsBoolean()) {
      return false;
    }
    generations.changePlaces(projection);
    // What was cached is of the generation that goes.
    afterwards.add(holds.bump());
    return versions.raise(projection);
  }
}
