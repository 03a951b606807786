package io.slotkeeper.platform.eventstore.wakeup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Opens connections outside the pool: a wake-up must not wait behind the commands that it
 * announces.
 */
public final class NotificationConnections {

  private final JdbcConnectionDetails details;

  public NotificationConnections(JdbcConnectionDetails details) {
    this.details = details;
  }

  Connection open(String purpose) throws SQLException {
    Properties properties = new Properties();
    setIfPresent(properties, "user", details.getUsername());
    setIfPresent(properties, "password", details.getPassword());
    properties.setProperty("ApplicationName", "slotkeeper " + purpose);
    properties.setProperty("connectTimeout", "5");
    // Seconds after which a server that vanished without a word is given up.
    properties.setProperty("socketTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(details.getJdbcUrl(), properties);
  }

  private static void setIfPresent(Properties properties, String key, @Nullable String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }

  /** Why a connection failed, in a form that holds no address and no statement. */
  static String reason(Exception failure) {
    return failure instanceof SQLException sql
        ? "SQLState " + sql.getSQLState()
        : failure.getClass().getSimpleName();
  }
}
