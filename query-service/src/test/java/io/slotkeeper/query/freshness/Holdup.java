package io.slotkeeper.query.freshness;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps a projection from writing, while its rows can be read. */
record Holdup(String table, Connection connection) implements AutoCloseable {

  static Holdup of(TestDatabase database, String table) throws SQLException {
    return of(database, table, "EXCLUSIVE");
  }

  /** Keeps everybody from reading it as well. */
  static Holdup ofReaders(TestDatabase database, String table) throws SQLException {
    return of(database, table, "ACCESS EXCLUSIVE");
  }

  private static Holdup of(TestDatabase database, String table, String mode) throws SQLException {
    var connection = database.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("LOCK TABLE query.%s IN %s MODE".formatted(table, mode));
    }
    return new Holdup(table, connection);
  }

  /** Until somebody is kept from going on. */
  void awaitBlocked() {
    await().until(this::blocksSomebody);
  }

  private boolean blocksSomebody() throws SQLException {
    try (var statement = connection.createStatement();
        var waiting =
            statement.executeQuery(
                "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'query.%s'::regclass"
                    .formatted(table))) {
      return waiting.next();
    }
  }

  /** Lets it write. */
  void release() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
