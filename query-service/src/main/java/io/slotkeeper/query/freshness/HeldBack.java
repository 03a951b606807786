package io.slotkeeper.query.freshness;

import io.slotkeeper.platform.web.ConsistencyToken;
import io.slotkeeper.query.projection.Projection;
import java.sql.ResultSet;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/** Knows what a projection has passed without taking it: what waits in its dead letters. */
@Component
final class HeldBack {
  private final JdbcOperations jdbc;

  HeldBack(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether one of these projections lacks a part of this. */
  boolean any(WantedState wanted, List<Projection<?, ?>> needed) {
    return Boolean.TRUE.equals(
        jdbc.query(
            """
            SELECT 1 FROM query.DeadLetterEntry letter
              JOIN unnest(?::text[], ?::bigint[]) AS changed (id, version)
                ON letter.sequenceIdentifier = changed.id
               AND letter.sequenceNumber <= changed.version
             WHERE letter.processingGroup = ANY (?)
             LIMIT 1
            """,
            statement -> {
              var connection = statement.getConnection();
              var ids = wanted.changed().stream().map(ConsistencyToken::aggregateId);
              var versions = wanted.changed().stream().map(ConsistencyToken::version);
              var names = needed.stream().map(Projection::name);
              statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
              statement.setArray(2, connection.createArrayOf("bigint", versions.toArray()));
              statement.setArray(3, connection.createArrayOf("text", names.toArray()));
            },
            (ResultSetExtractor<Boolean>) ResultSet::next));
  }
}
