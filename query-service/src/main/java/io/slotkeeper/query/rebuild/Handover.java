package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings two generations to the same event. Whoever holds the serving table keeps its processor
 * from going on; the next one follows up to exactly there.
 */
@Component
class Handover {
  /** Readers wait while the serving one is held, so it is let go soon, to be tried again. */
  private static final Duration HOLD = Duration.ofMillis(1500);

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
    return holding(projection, "SHARE ROW EXCLUSIVE", caughtUp, this::beginSnapshot);
  }

  /** Runs the change of places while nobody can read or write; whether it was run. */
  boolean exchange(Projection<?, ?> projection, BooleanSupplier caughtUp, BooleanSupplier change) {
    return holding(projection, "ACCESS EXCLUSIVE", caughtUp, change::getAsBoolean).orElse(false);
  }

  private <T> Optional<T> holding(
      Projection<?, ?> projection, String mode, BooleanSupplier caughtUp, Supplier<T> then) {
    try {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                jdbc.execute("SET LOCAL lock_timeout = '%dms'".formatted(HOLD.toMillis()));
                jdbc.execute(
                    "LOCK TABLE %s IN %s MODE".formatted(Generations.serving(projection), mode));
                return awaited(caughtUp) ? Optional.of(then.get()) : Optional.<T>empty();
              }));
    } catch (PessimisticLockingFailureException busy) {
      return Optional.empty();
    }
  }

  private static boolean awaited(BooleanSupplier caughtUp) {
    long end = System.nanoTime() + HOLD.toNanos();
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
