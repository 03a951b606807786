package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Position;
import io.slotkeeper.query.projection.Positions;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Projections;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Looks at projections from outside, whichever nodes run them. */
@Component
class ProjectionViews {
  private final Projections projections;
  private final Positions positions;
  private final Rebuilds rebuilds;
  private final JdbcOperations jdbc;

  ProjectionViews(
      Projections projections, Positions positions, Rebuilds rebuilds, JdbcOperations jdbc) {
    this.projections = projections;
    this.positions = positions;
    this.rebuilds = rebuilds;
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
    var position = positions.now().getOrDefault(projection.name(), Position.START);
    return new ProjectionView(
        projection.name(),
        projection.version(),
        number("SELECT max(version) FROM query.projection WHERE name = ?", projection).intValue(),
        Math.max(0, position.complete()),
        newest,
        positions.hasHandled(projection, position, newest),
        number("SELECT count(*) FROM query.DeadLetterEntry WHERE processingGroup = ?", projection)
            .longValue(),
        rebuilds.latest(projection.name()).orElse(null));
  }

  private Number number(String question, Projection<?, ?> projection) {
    var number = jdbc.queryForObject(question, Long.class, projection.name());
    return number == null ? projection.version() : number;
  }
}
