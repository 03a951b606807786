package io.slotkeeper.query.projection;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * One edition of a projection's table: the one that serves, or one that is being filled.
 *
 * @param schema that holds it
 */
record Generation<R extends Row>(JdbcOperations jdbc, RowTable<R> table, String schema) {
  /** The schema of what serves. */
  static final String SERVING = "query";

  List<R> find(Collection<String> ids) {
    return table.find(jdbc, schema, ids);
  }

  void save(Collection<R> rows) {
    table.save(jdbc, schema, rows);
  }
}
