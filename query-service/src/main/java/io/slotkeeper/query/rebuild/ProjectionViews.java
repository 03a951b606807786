package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import io.slotkeeper.query.projection.ServedVersions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Looks at projections from outside, whichever nodes run them. */
@Component
class ProjectionViews {
  private final Projections projections;
  private final Positions positions;
  private final Rebuilds rebuilds;
  private final ServedVersions versions;
  private final JdbcOperations jdbc;

  ProjectionViews(
      Projections projections,
      Positions positions,
      Rebuilds rebuilds,
      ServedVersions versions,
      JdbcOperations jdbc) {
    this.projections = projections;
    this.positions = positions;
    this.rebuilds = rebuilds;
    this.versions = versions;
    this.jdbc = jdbc;
  }

  List<ProjectionView> all() {
    return projections.all().stream().map(this::view).toList();
  }

  Optional<ProjectionView> named(String name) {
    return projections.named(name).map(this::view);
  }

  private ProjectionView view(Projection<?, ?> projection) {
    // Before the position, so that nobody is seen to be ahead.
    long newest = positions.newest();
    var position = positions.of(projection.name());
    return new ProjectionView(
        projection.name(),
        projection.version(),
        versions.of(projection),
        Math.max(0, position.complete()),
        newest,
        positions.hasHandled(projection, position, newest),
        deadLetters(projection),
        rebuilds.latest(projection.name()).orElse(null));
  }

  private long deadLetters(Projection<?, ?> projection) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT count(*) FROM query.DeadLetterEntry WHERE processingGroup = ?",
            Long.class,
            projection.name()));
  }
}
