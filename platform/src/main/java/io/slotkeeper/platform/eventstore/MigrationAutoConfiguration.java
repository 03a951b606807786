package io.slotkeeper.platform.eventstore;

import io.slotkeeper.platform.foundation.StartupWait;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Migrates a service's schema once PostgreSQL answers. Flyway's own retries cannot be stopped: a
 * service that waits in them outlives SIGTERM.
 */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
class MigrationAutoConfiguration {
  /** Connecting failed, the server is starting or stopping, or all of its places are taken. */
  private static final String CONNECTION = "08";

  private static final String OPERATOR_INTERVENED = "57P";
  private static final String TOO_MANY_CONNECTIONS = "53300";

  @Bean
  FlywayMigrationStrategy migrateOncePostgresAnswers() {
    return flyway -> {
      var database = flyway.getConfiguration().getDataSource();
      StartupWait.until("PostgreSQL", () -> answers(database));
      flyway.migrate();
    };
  }

  private static @Nullable Boolean answers(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1) ? true : null;
    } catch (SQLException e) {
      if (isPassing(e)) {
        return null;
      }
      throw e;
    }
  }

  /** A wrong password or an unknown database will not mend itself. */
  private static boolean isPassing(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        var state = sql.getSQLState();
        if (!state.startsWith(CONNECTION)
            && !state.startsWith(OPERATOR_INTERVENED)
            && !state.equals(TOO_MANY_CONNECTIONS)) {
          return false;
        }
      }
    }
    return true;
  }
}
