package io.slotkeeper.query.projection;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * One edition of a projection's table: the one that serves, or one that is being filled.
 *
 * @param projection whose dead letters count
 * @param schema that holds it
 */
record Generation<R extends Row>(
    JdbcOperations jdbc, String projection, RowTable<R> table, String schema) {
  /** The schema of what serves. */
  static final String SERVING = "query";

  List<R> find(Collection<String> ids) {
    return table.find(jdbc, schema, ids);
  }

  void save(Collection<R> rows) {
    table.save(jdbc, schema, rows);
  }

  /** Whether an earlier event of an aggregate was put aside, so that a later one must wait. */
  boolean waitsFor(String id, long version) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (
              SELECT 1 FROM query.DeadLetterEntry
               WHERE processingGroup = ? AND sequenceIdentifier = ? AND sequenceNumber < ?)
            """,
            Boolean.class,
            projection,
            id,
            version));
  }
}
