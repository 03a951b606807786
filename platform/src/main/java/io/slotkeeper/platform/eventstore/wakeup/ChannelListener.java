package io.slotkeeper.platform.eventstore.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Waits for the notifications of one channel on a connection of its own. */
public final class ChannelListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ChannelListener.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int SILENCE_MILLIS = 10_000;

  private final NotificationConnections connections;
  private final String channel;
  private final String purpose;
  private final Runnable wakeUp;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Connection connection;

  /**
   * @param channel of NOTIFY, a name that PostgreSQL takes without quotes
   * @param purpose names the connection for operators, and the thread
   * @param wakeUp is run after notifications, and whenever some may have been missed; must not
   *     block
   */
  public ChannelListener(
      NotificationConnections connections, String channel, String purpose, Runnable wakeUp) {
    this.connections = connections;
    this.channel = channel;
    this.purpose = purpose;
    this.wakeUp = wakeUp;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      Thread started = Thread.ofPlatform().daemon().name(purpose).unstarted(this::run);
      thread = started;
      started.start();
    }
  }

  @Override
  public synchronized void stop() {
    Thread stopping = thread;
    thread = null;
    if (stopping != null) {
      stopping.interrupt();
    }
    Connection open = connection;
    if (open != null) {
      // A thread that reads from a socket does not hear an interrupt.
      abort(open);
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (isCurrent()) {
      try (Connection opened = connections.open(purpose);
          Statement statement = opened.createStatement()) {
        connection = opened;
        statement.execute("LISTEN " + channel);
        pause = FIRST_PAUSE;
        listen(opened.unwrap(PGConnection.class), statement);
      } catch (SQLException | RuntimeException e) {
        // Whatever it was, a listener that ends leaves nothing but polling.
        pause = pauseAfter(e, pause);
      } finally {
        connection = null;
      }
    }
  }

  private void listen(PGConnection notifications, Statement statement) throws SQLException {
    // Nobody was told what was appended before the connection stood.
    wakeUp.run();
    while (isCurrent()) {
      if (notifications.getNotifications(SILENCE_MILLIS).length > 0) {
        wakeUp.run();
      } else {
        // Finds out about a server that vanished without closing the connection.
        statement.execute("SELECT 1");
      }
    }
  }

  private Duration pauseAfter(Exception failure, Duration pause) {
    if (!isCurrent()) {
      return pause;
    }
    log.warn(
        "Not listening to {}, polling meanwhile; next attempt in {} ms: {}",
        channel,
        pause.toMillis(),
        NotificationConnections.reason(failure));
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static void abort(Connection open) {
    try {
      open.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("Cannot abort the listener's connection", e);
    }
  }
}
