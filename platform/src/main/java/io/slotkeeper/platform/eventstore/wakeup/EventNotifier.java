package io.slotkeeper.platform.eventstore.wakeup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Announces commits to the other processes, at most once each interval. It has a transaction of its
 * own, because PostgreSQL takes a lock at the commit of a NOTIFY that would serialise the commands.
 */
public final class EventNotifier implements AutoCloseable {

  /** Where new events are announced. */
  public static final String CHANNEL = "slotkeeper_events";

  private static final Logger log = LoggerFactory.getLogger(EventNotifier.class);

  private final NotificationConnections connections;
  private final Paced notifications;
  private @Nullable Connection connection;

  public EventNotifier(NotificationConnections connections, Duration interval) {
    this.connections = connections;
    this.notifications = new Paced("event-notifier", interval, this::send, this::disconnect);
  }

  /**
   * Returns at once; what is announced while a notification is on its way is sent with the next.
   */
  public void announce() {
    notifications.ask();
  }

  @Override
  public void close() {
    notifications.close();
  }

  private void send() {
    boolean mayBeStale = connection != null;
    try {
      notifyReaders();
    } catch (SQLException | RuntimeException e) {
      disconnect();
      if (mayBeStale) {
        send();
      } else {
        log.warn(
            "Cannot notify the readers, they will find the events by polling: {}",
            NotificationConnections.reason(e));
      }
    }
  }

  private void notifyReaders() throws SQLException {
    if (connection == null) {
      connection = connections.open("notifier");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("NOTIFY " + CHANNEL);
    }
  }

  private void disconnect() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      log.debug("Cannot close the notifier's connection", e);
    }
    connection = null;
  }
}
