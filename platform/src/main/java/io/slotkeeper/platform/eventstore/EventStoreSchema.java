package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.foundation.StartupWait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The event store's tables, which the command service creates and both services need. */
public final class EventStoreSchema {
  private static final String READABLE =
      "SELECT to_regclass('command.domainevententry') IS NOT NULL"
          + " AND has_table_privilege('command.domainevententry', 'SELECT')";

  private EventStoreSchema() {}

  /** Blocks until the tables exist and can be read, so that either service may start first. */
  public static void awaitPresent(DataSource dataSource) {
    StartupWait.until("the event store's tables", () -> readable(dataSource));
  }

  private static @Nullable Boolean readable(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(READABLE)) {
      return (result.next() && result.getBoolean(1)) ? true : null;
    } catch (SQLException notYet) {
      return null;
    }
  }
}
