package io.slotkeeper.query.rebuild;

import io.slotkeeper.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Stands for a node that leads the rebuild of a projection. */
record LeaderLock(Connection connection) implements AutoCloseable {
  static LeaderLock of(TestDatabase database, String projection) {
    try {
      var connection = database.dataSource().getConnection();
      try (var statement = connection.prepareStatement("SELECT pg_advisory_lock(?, hashtext(?))")) {
        statement.setInt(1, RebuildLeader.LOCKS);
        statement.setString(2, projection);
        statement.execute();
      }
      return new LeaderLock(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
