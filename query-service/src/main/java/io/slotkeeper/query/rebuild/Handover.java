package io.slotkeeper.query.rebuild;

import io.slotkeeper.platform.eventstore.SqlStates;
import io.slotkeeper.query.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings two generations to the same event. Whoever holds the serving table keeps its processor
 * from going on; the next one follows up to exactly there.
 */
@Component
class Handover {
  /** Writers wait while a snapshot is begun, so it is given up soon, to be tried again. */
  private static final Duration FOR_A_SNAPSHOT = Duration.ofMillis(1500);

  /** So do readers while places are changed, also behind one that reads for long. */
  private static final Duration FOR_AN_EXCHANGE = Duration.ofMillis(300);

  private static final Set<String> BUSY =
      Set.of(SqlStates.LOCK_NOT_AVAILABLE, SqlStates.DEADLOCK_DETECTED);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);

  private final JdbcOperations jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;

  Handover(JdbcOperations jdbc, DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A snapshot of both generations at the same event; to be closed. */
  record Snapshot(DataSource dataSource, Connection connection) implements AutoCloseable {
    Fingerprint fingerprint(String table, Projection<?, ?> projection, String compared)
        throws SQLException {
      return Fingerprint.of(connection, table, projection, compared);
    }

    @Override
    public void close() throws SQLException {
      try {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      } finally {
        connection.close();
      }
    }
  }

  /**
   * Takes a snapshot while writers are kept out; empty where the next one did not catch up in time.
   * The comparison itself then goes on without holding anybody up.
   */
  Optional<Snapshot> snapshot(Projection<?, ?> projection, BooleanSupplier caughtUp) {
    return holding(
        projection, "SHARE ROW EXCLUSIVE", FOR_A_SNAPSHOT, caughtUp, status -> beginSnapshot());
  }

  /**
   * Runs the change of places while nobody can read or write; all of it comes to pass or nothing.
   */
  boolean exchange(Projection<?, ?> projection, BooleanSupplier caughtUp, BooleanSupplier change) {
    return holding(
            projection,
            "ACCESS EXCLUSIVE",
            FOR_AN_EXCHANGE,
            caughtUp,
            status -> {
              boolean changed = change.getAsBoolean();
              if (!changed) {
                status.setRollbackOnly();
              }
              return changed;
            })
        .orElse(false);
  }

  private <T> Optional<T> holding(
      Projection<?, ?> projection,
      String mode,
      Duration patience,
      BooleanSupplier caughtUp,
      Function<TransactionStatus, T> then) {
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                jdbc.execute("SET LOCAL lock_timeout = '%dms'".formatted(patience.toMillis()));
                jdbc.execute(
                    "LOCK TABLE %s IN %s MODE".formatted(Generations.serving(projection), mode));
                return awaited(caughtUp, patience)
                    ? Optional.of(then.apply(status))
                    : Optional.<T>empty();
              }));
    } catch (DataAccessException e) {
      if (SqlStates.isCausedBy(e, BUSY)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean awaited(BooleanSupplier caughtUp, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean caught = caughtUp.getAsBoolean();
    while (!caught && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      caught = caughtUp.getAsBoolean();
    }
    return caught;
  }

  private Snapshot beginSnapshot() {
    try {
      var connection = dataSource.getConnection();
      try {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        // The driver would take a long comparison for a server that is gone; the pool sets it back.
        connection.setNetworkTimeout(Runnable::run, 0);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
          statement.execute("SET LOCAL statement_timeout = 0");
          // The first question fixes what is seen.
          statement.execute("SELECT count(*) FROM query.TokenEntry");
        }
        return new Snapshot(dataSource, connection);
      } catch (SQLException e) {
        DataSourceUtils.releaseConnection(connection, dataSource);
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no snapshot", e);
    }
  }
}
