package io.slotkeeper.query.rebuild;

import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.ProjectionSettings;
import io.slotkeeper.query.projection.Projections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes up the rebuilds that no node leads. Who leads one holds an advisory lock of PostgreSQL,
 * which goes with its connection, so that a node that dies is followed by another.
 */
@Component
class RebuildLeader implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RebuildLeader.class);
  static final int LOCKS = 0x51071;

  private final Rebuilds rebuilds;
  private final RebuildRun run;
  private final Generations generations;
  private final Projections projections;
  private final ProjectionSettings settings;
  private final DataSource dataSource;
  private final Clock clock;
  private final Map<String, Thread> led = new ConcurrentHashMap<>();
  private volatile CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean away;

  RebuildLeader(
      Rebuilds rebuilds,
      RebuildRun run,
      Generations generations,
      Projections projections,
      ProjectionSettings settings,
      DataSource dataSource,
      Clock clock) {
    this.rebuilds = rebuilds;
    this.run = run;
    this.generations = generations;
    this.projections = projections;
    this.settings = settings;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Looks for rebuilds to lead. */
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  synchronized void look() {
    if (!running) {
      return;
    }
    try {
      rebuilds.running().forEach(this::look);
      away = false;
    } catch (DataAccessException e) {
      if (!away) {
        log.warn("No rebuild can be taken up for now: {}", e.getClass().getSimpleName());
      }
      away = true;
    }
  }

  private void look(Rebuild rebuild) {
    projections
        .named(rebuild.projection())
        // Another version of this service is being deployed, whose part this is.
        .filter(projection -> projection.version() == rebuild.version())
        // Each takes connections and processors that readers need too.
        .filter(projection -> led.size() < settings.rebuildsAtOnce())
        // What another node leads must not keep this one from the next.
        .filter(projection -> leading(projection, connection -> {}))
        .ifPresent(projection -> take(rebuild, projection));
  }

  /** Drops what no rebuild needs any more, such as what a node has left that died. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    for (var projection : projections.all()) {
      rebuilds
          .latest(projection.name())
          .map(Rebuild::endedAt)
          .ifPresent(ended -> leading(projection, connection -> sweep(projection)));
    }
  }

  private void sweep(Projection<?, ?> projection) {
    var before = clock.instant().minus(settings.keepPrevious());
    var ended = rebuilds.latest(projection.name()).map(Rebuild::endedAt);
    if (ended.isPresent()) {
      run.clear(projection);
      ended
          .filter(time -> time.isBefore(before))
          .ifPresent(time -> generations.dropPrevious(projection));
    }
  }

  private void take(Rebuild rebuild, Projection<?, ?> projection) {
    led.computeIfAbsent(
        projection.name(),
        name -> {
          var thread =
              Thread.ofPlatform()
                  .daemon()
                  .name("rebuild-" + name)
                  .unstarted(() -> lead(rebuild, projection));
          thread.start();
          return thread;
        });
  }

  private void lead(Rebuild rebuild, Projection<?, ?> projection) {
    boolean wasLed = false;
    try {
      wasLed =
          leading(
              projection,
              connection ->
                  // What another node may have done since it was found.
                  rebuilds
                      .find(rebuild.rebuildId())
                      .filter(now -> !now.ended())
                      .ifPresent(now -> run.lead(now, projection, () -> goesOn(connection))));
    } catch (RuntimeException e) {
      // Left as it is, to be taken up again, by this node or another.
      log.warn("The rebuild of {} is interrupted", projection.name(), e);
    } finally {
      led.remove(projection.name());
    }
    if (wasLed) {
      // Another may have waited for its place.
      look();
    }
  }

  /**
   * Runs it as the only node that does something of the kind with this projection, or not at all.
   *
   * @return whether it ran
   */
  private boolean leading(Projection<?, ?> projection, Consumer<Connection> work) {
    try (var connection = dataSource.getConnection()) {
      if (!locks(connection, projection.name(), "pg_try_advisory_lock")) {
        return false;
      }
      try {
        work.accept(connection);
      } finally {
        locks(connection, projection.name(), "pg_advisory_unlock");
      }
      return true;
    } catch (SQLException e) {
      throw new UncategorizedSQLException("leading a rebuild", null, e);
    }
  }

  private boolean goesOn(Connection connection) {
    try {
      return !stopping.await(settings.rebuildStep().toMillis(), TimeUnit.MILLISECONDS)
          && connection.isValid(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean locks(Connection connection, String projection, String function)
      throws SQLException {
    try (var statement =
        connection.prepareStatement("SELECT %s(?, hashtext(?))".formatted(function))) {
      statement.setInt(1, LOCKS);
      statement.setString(2, projection);
      try (var result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  @Override
  public void start() {
    stopping = new CountDownLatch(1);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    stopping.countDown();
    for (var thread : led.values()) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
