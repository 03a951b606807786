package io.slotkeeper.quickstart.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One statement on an embedded database, in a connection of its own. */
final class Statement {

  private Statement() {}

  static void run(EmbeddedDatabase database, String sql) throws SQLException {
    answer(database, sql);
  }

  static @Nullable String answer(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return null;
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }
}
