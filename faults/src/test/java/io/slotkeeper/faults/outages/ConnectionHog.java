package io.slotkeeper.faults.outages;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Another client of PostgreSQL, that takes every connection there is, those of others too. */
final class ConnectionHog implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** As many as may be quicker than those whose connections it ends. */
  private static final int HANDS = 8;

  private static final String TOO_MANY = "53300";
  private static final String OTHERS =
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name <> 'hog'
      """;

  private final TestDatabase database;
  private final List<Connection> held = new CopyOnWriteArrayList<>();

  private ConnectionHog(TestDatabase database) {
    this.database = database;
  }

  static ConnectionHog takeAll(TestDatabase database) {
    var hog = new ConnectionHog(database);
    try {
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(hog::takesTheLast);
      return hog;
    } catch (RuntimeException | Error e) {
      // Whoever waits for the others to be well again must not wait for these.
      hog.close();
      throw e;
    }
  }

  int held() {
    return held.size();
  }

  /** Whether nobody else has a connection any more. */
  private boolean takesTheLast() throws SQLException {
    takeFree();
    try (var statement = held.getFirst().createStatement();
        var ended = statement.executeQuery(OTHERS)) {
      ended.next();
      boolean none = ended.getInt(1) == 0;
      takeFree();
      return none;
    }
  }

  private void takeFree() {
    try (var hands = Executors.newFixedThreadPool(HANDS)) {
      Stream.generate(() -> CompletableFuture.runAsync(this::takeFreeAlone, hands))
          .limit(HANDS)
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private void takeFreeAlone() {
    try {
      while (true) {
        held.add(
            DriverManager.getConnection(
                database.url() + "?ApplicationName=hog", database.user(), database.password()));
      }
    } catch (SQLException e) {
      if (!TOO_MANY.equals(e.getSQLState())) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    for (var connection : held) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
