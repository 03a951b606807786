package io.slotkeeper.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One database of the embedded server, empty when it is handed out. */
public record TestDatabase(String name, String url, String user, String password) {

  /** An unpooled data source: each connection is a new one. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Spring's own settings for this database. */
  public Map<String, Object> springProperties() {
    return Map.of(
        "spring.datasource.url", url,
        "spring.datasource.username", user,
        "spring.datasource.password", password);
  }

  /** Runs statements of a test's own making, such as the end of a session. */
  public void execute(String sql) {
    try (Connection connection = dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot execute: " + sql, e);
    }
  }
}
