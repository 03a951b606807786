package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.Times;
import io.slotkeeper.query.projection.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code query.rebuild}, which all nodes share. */
@Component
class Rebuilds {
  private final JdbcClient jdbc;
  private final Clock clock;

  Rebuilds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Asks for one; empty while there is one that has not ended. */
  Optional<Rebuild> request(Projection<?, ?> projection, String cause, OnDifference onDifference) {
    return jdbc.sql(
            """
            INSERT INTO query.rebuild (projection, version, state, cause, on_difference, requested_at)
            VALUES (:projection, :version, 'REQUESTED', :cause, :onDifference, :now)
            ON CONFLICT (projection) WHERE ended_at IS NULL DO NOTHING
            RETURNING *
            """)
        .param("projection", projection.name())
        .param("version", projection.version())
        .param("cause", cause)
        .param("onDifference", onDifference.name())
        .param("now", Times.at(clock.instant()))
        .query(Rebuilds::row)
        .optional();
  }

  /** Those that have not ended. */
  List<Rebuild> running() {
    return jdbc.sql("SELECT * FROM query.rebuild WHERE ended_at IS NULL ORDER BY rebuild_id")
        .query(Rebuilds::row)
        .list();
  }

  /** The newest of a projection. */
  Optional<Rebuild> latest(String projection) {
    return jdbc.sql(
            """
            SELECT * FROM query.rebuild WHERE projection = :projection
             ORDER BY rebuild_id DESC LIMIT 1
            """)
        .param("projection", projection)
        .query(Rebuilds::row)
        .optional();
  }

  Optional<Rebuild> find(long id) {
    return jdbc.sql("SELECT * FROM query.rebuild WHERE rebuild_id = :id")
        .param("id", id)
        .query(Rebuilds::row)
        .optional();
  }

  /** Whether it has not ended; holds it until the transaction does. */
  boolean hold(long id) {
    return jdbc.sql(
            "SELECT 1 FROM query.rebuild WHERE rebuild_id = :id AND ended_at IS NULL FOR UPDATE")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void begin(long id) {
    jdbc.sql(
            """
            UPDATE query.rebuild
               SET state = 'REPLAYING', started_at = :now
             WHERE rebuild_id = :id AND ended_at IS NULL
            """)
        .param("now", Times.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Lets it start over. */
  void beginAnew(long id) {
    jdbc.sql(
            """
            UPDATE query.rebuild SET state = 'REQUESTED', started_at = NULL
             WHERE rebuild_id = :id AND ended_at IS NULL
            """)
        .param("id", id)
        .update();
  }

  /** Says how far it is; whether it still goes on. */
  boolean report(long id, RebuildState state, long done, long total, double perSecond) {
    return jdbc.sql(
                """
                UPDATE query.rebuild
                   SET state = :state, done = :done, total = :total, per_second = :perSecond
                 WHERE rebuild_id = :id AND ended_at IS NULL
                """)
            .param("state", state.name())
            .param("done", done)
            .param("total", total)
            .param("perSecond", perSecond)
            .param("id", id)
            .update()
        == 1;
  }

  /** Ends it, unless it has ended; whether this ended it. */
  boolean end(long id, RebuildState state, @Nullable String reason) {
    return jdbc.sql(
                """
                UPDATE query.rebuild SET state = :state, reason = :reason, ended_at = :now
                 WHERE rebuild_id = :id AND ended_at IS NULL
                """)
            .param("state", state.name())
            .param("reason", reason)
            .param("now", Times.at(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  private static Rebuild row(ResultSet row, int number) throws SQLException {
    long done = row.getLong("done");
    long total = row.getLong("total");
    double perSecond = row.getDouble("per_second");
    var ended = Times.ofOrNull(row, "ended_at");
    return new Rebuild(
        row.getLong("rebuild_id"),
        row.getString("projection"),
        row.getInt("version"),
        RebuildState.valueOf(row.getString("state")),
        row.getString("cause"),
        OnDifference.valueOf(row.getString("on_difference")),
        Times.of(row, "requested_at"),
        Times.ofOrNull(row, "started_at"),
        ended,
        done,
        total,
        perSecond,
        ended == null && perSecond > 0
            ? (long) Math.ceil(Math.max(0, total - done) / perSecond)
            : null,
        row.getString("reason"));
  }
}
