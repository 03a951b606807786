package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import io.slotkeeper.query.projection.ServedVersions;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts a rebuild by itself where the tables were filled by older rules than are deployed. */
@Component
class Editions {
  private static final Logger log = LoggerFactory.getLogger(Editions.class);

  private final Projections projections;
  private final Rebuilds rebuilds;
  private final ServedVersions versions;
  private boolean compared;

  Editions(Projections projections, Rebuilds rebuilds, ServedVersions versions) {
    this.projections = projections;
    this.rebuilds = rebuilds;
    this.versions = versions;
  }

  /** As soon as the database lets it, and then no more. */
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  synchronized void compare() {
    if (!compared) {
      try {
        projections.all().forEach(this::compare);
        compared = true;
      } catch (DataAccessException e) {
        log.warn("Versions of projections are compared later: {}", e.getClass().getSimpleName());
      }
    }
  }

  private void compare(Projection<?, ?> projection) {
    versions.begin(projection);
    int filledBy = versions.of(projection);
    if (filledBy < projection.version()) {
      callOffOlder(projection);
      var cause = "version %d takes the place of %d".formatted(projection.version(), filledBy);
      rebuilds.request(projection, cause, OnDifference.KEEP);
    } else if (filledBy > projection.version()) {
      log.warn(
          "{} is kept by version {} of its rules; this node has version {} and will not write to it",
          projection.name(),
          filledBy,
          projection.version());
    }
  }

  private void callOffOlder(Projection<?, ?> projection) {
    rebuilds.running().stream()
        .filter(rebuild -> rebuild.projection().equals(projection.name()))
        .filter(rebuild -> rebuild.version() < projection.version())
        .forEach(
            rebuild ->
                rebuilds.end(
                    rebuild.rebuildId(),
                    RebuildState.CANCELLED,
                    "version %d was deployed".formatted(projection.version())));
  }
}
