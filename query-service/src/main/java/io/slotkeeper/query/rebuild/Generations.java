package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Projection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The generations of a projection's table, each in a schema of its own: the one that serves, the
 * next one while it is filled, and the one that served before.
 */
@Component
class Generations {
  private static final String SERVING = "query";

  private final JdbcOperations jdbc;

  Generations(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  static String serving(Projection<?, ?> projection) {
    return SERVING + "." + projection.table().name();
  }

  static String nextSchema(Projection<?, ?> projection) {
    return "query_next_" + projection.name();
  }

  static String next(Projection<?, ?> projection) {
    return nextSchema(projection) + "." + projection.table().name();
  }

  private static String previousSchema(Projection<?, ?> projection) {
    return "query_previous_" + projection.name();
  }

  /** Whether the next one still has the form of the serving one, which a migration may change. */
  boolean areAlike(Projection<?, ?> projection) {
    return form(serving(projection)).equals(form(next(projection)));
  }

  private List<String> form(String table) {
    return jdbc.queryForList(
        """
        SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
          FROM pg_attribute
         WHERE attrelid = CAST(? AS regclass) AND attnum > 0 AND NOT attisdropped
        UNION ALL
        SELECT replace(pg_get_indexdef(indexrelid), ' ON ' || ? || ' ', ' ON ')
          FROM pg_index WHERE indrelid = CAST(? AS regclass)
        UNION ALL
        SELECT conname || ' ' || replace(pg_get_constraintdef(oid), ' NOT VALID', '')
          FROM pg_constraint WHERE conrelid = CAST(? AS regclass)
         ORDER BY 1
        """,
        String.class,
        table,
        table,
        table,
        table);
  }

  /** An empty next one, in the form that the serving one has now, with the same names. */
  void createNext(Projection<?, ?> projection) {
    dropNext(projection);
    var serving = serving(projection);
    var next = next(projection);
    jdbc.execute("CREATE SCHEMA " + nextSchema(projection));
    jdbc.execute(
        "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)".formatted(next, serving));
    jdbc.queryForList(
            """
            SELECT 'ALTER TABLE ' || ? || ' ADD CONSTRAINT ' || quote_ident(conname) || ' '
                   || pg_get_constraintdef(oid)
              FROM pg_constraint
             WHERE conrelid = CAST(? AS regclass) AND contype IN ('p', 'u', 'x')
            UNION ALL
            SELECT replace(pg_get_indexdef(indexrelid), ' ON ' || ? || ' ', ' ON ' || ? || ' ')
              FROM pg_index
             WHERE indrelid = CAST(? AS regclass)
               AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
            """,
            String.class,
            next,
            serving,
            serving,
            next,
            serving)
        .forEach(jdbc::execute);
  }

  void dropNext(Projection<?, ?> projection) {
    jdbc.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(nextSchema(projection)));
  }

  /** So that the first questions to the next one are planned as well as those to this one. */
  void analyzeNext(Projection<?, ?> projection) {
    jdbc.execute("ANALYZE " + next(projection));
  }

  /** Puts the next one in the place of the one that serves, which is kept for a while. */
  void changePlaces(Projection<?, ?> projection) {
    var previous = previousSchema(projection);
    dropPrevious(projection);
    jdbc.execute("CREATE SCHEMA " + previous);
    jdbc.execute("ALTER TABLE %s SET SCHEMA %s".formatted(serving(projection), previous));
    jdbc.execute("ALTER TABLE %s SET SCHEMA %s".formatted(next(projection), SERVING));
    jdbc.execute("DROP SCHEMA " + nextSchema(projection));
  }

  void dropPrevious(Projection<?, ?> projection) {
    jdbc.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(previousSchema(projection)));
  }
}
