package io.slotkeeper.query.projection;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The table {@code query.projection}: by which version of the rules what serves was filled. */
@Component
public class ServedVersions {
  private final JdbcOperations jdbc;

  ServedVersions(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The version that has filled what serves; this node's own where nothing was noted yet. */
  public int of(Projection<?, ?> projection) {
    return jdbc
        .queryForList(
            "SELECT version FROM query.projection WHERE name = ?", Integer.class, projection.name())
        .stream()
        .findFirst()
        .orElse(projection.version());
  }

  /** Notes this node's version where none is noted. */
  public void begin(Projection<?, ?> projection) {
    jdbc.update(
        "INSERT INTO query.projection (name, version) VALUES (?, ?) ON CONFLICT DO NOTHING",
        projection.name(),
        projection.version());
  }

  /** Notes this node's version, unless a newer one is noted; whether it was. */
  public boolean raise(Projection<?, ?> projection) {
    return 1
        == jdbc.update(
            "UPDATE query.projection SET version = ? WHERE name = ? AND version <= ?",
            projection.version(),
            projection.name(),
            projection.version());
  }
}
