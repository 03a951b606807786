package io.slotkeeper.platform.deadline;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that wait for an answer no longer than the request may that they were taken for. The
 * pool sets its own patience again when it gets them back; one whose time ran out is closed.
 */
final class ImpatientDataSource extends DelegatingDataSource {
  ImpatientDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = super.getConnection();
    var left = RequestDeadline.left();
    if (left.isPresent()) {
      try {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(left.get().toMillis()));
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
    return connection;
  }
}
