package io.slotkeeper.benchmarks.growth.year;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The constraints and indexes of tables, taken off while they are filled, and made again just as
 * the migrations have made them: all at once they cost a fraction.
 */
final class IndexesAside {
  private final JdbcClient database;
  private final List<String> making;

  private IndexesAside(JdbcClient database, List<String> making) {
    this.database = database;
    this.making = making;
  }

  /** Takes off all that the tables of a schema have. */
  static IndexesAside of(JdbcClient database, String schema, List<String> tables) {
    var constraints =
        database
            .sql(
                """
                SELECT format('%s ADD CONSTRAINT %I %s', on_table, conname, definition)
                  FROM (SELECT format('ALTER TABLE %I.%I', :schema, relname) AS on_table, conname,
                               pg_get_constraintdef(c.oid) AS definition
                          FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
                         WHERE connamespace = CAST(:schema AS regnamespace) AND contype IN ('p', 'u', 'x')
                           AND relname IN (:tables)
                         ORDER BY conname) AS made
                """)
            .param("schema", schema)
            .param("tables", tables)
            .query(String.class)
            .list();
    var removing =
        database
            .sql(
                """
                SELECT format('ALTER TABLE %I.%I DROP CONSTRAINT %I', :schema, relname, conname)
                  FROM pg_constraint c JOIN pg_class t ON t.oid = conrelid
                 WHERE connamespace = CAST(:schema AS regnamespace) AND contype IN ('p', 'u', 'x')
                   AND relname IN (:tables)
                """)
            .param("schema", schema)
            .param("tables", tables)
            .query(String.class)
            .list();
    removing.forEach(statement -> database.sql(statement).update());
    var indexes =
        database
            .sql(
                """
                SELECT indexdef FROM pg_indexes
                 WHERE schemaname = :schema AND tablename IN (:tables) ORDER BY indexname
                """)
            .param("schema", schema)
            .param("tables", tables)
            .query(String.class)
            .list();
    database
        .sql(
            """
            SELECT format('DROP INDEX %I.%I', schemaname, indexname) FROM pg_indexes
             WHERE schemaname = :schema AND tablename IN (:tables)
            """)
        .param("schema", schema)
        .param("tables", tables)
        .query(String.class)
        .list()
        .forEach(statement -> database.sql(statement).update());
    return new IndexesAside(
        database, Stream.concat(constraints.stream(), indexes.stream()).toList());
  }

  /** Makes them again. */
  void putBack() {
    making.forEach(statement -> database.sql(statement).update());
  }
}
