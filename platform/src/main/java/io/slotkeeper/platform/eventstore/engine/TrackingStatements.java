package io.slotkeeper.platform.eventstore.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * What readers of the event store ask. Numbers stand in queries of their own: what is near the end
 * looks cheaper with its number than without, so PostgreSQL would plan it anew each time, which
 * takes ten times as long as to execute it. So the number makes no difference, and the plan is
 * kept.
 */
final class TrackingStatements {

  /** More than may be stored within the time that readers wait for a gap. */
  private static final int NEWEST = 20_000;

  private TrackingStatements() {}

  /** The next events after a number. */
  static PreparedStatement after(Connection connection, EventSchema schema, long index, int count)
      throws SQLException {
    var statement = connection.prepareStatement(next(schema, count));
    statement.setLong(1, index);
    return statement;
  }

  /**
   * The next events after a number, and those of some numbers before it. Both by the index: one
   * condition for both would read the table from there to its end.
   */
  static PreparedStatement afterAndIn(
      Connection connection, EventSchema schema, long index, int count, List<Long> gaps)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            """
            SELECT * FROM (%s) AS next UNION ALL
            SELECT %s FROM %s WHERE %s = ANY ((SELECT ?)::bigint[]) ORDER BY %4$s
            """
                .formatted(
                    next(schema, count),
                    schema.trackedEventFields(),
                    schema.domainEventTable(),
                    schema.globalIndexColumn()));
    statement.setLong(1, index);
    statement.setArray(2, connection.createArrayOf("int8", gaps.toArray()));
    return statement;
  }

  private static String next(EventSchema schema, int count) {
    return "SELECT %s FROM %s WHERE %s > (SELECT ?) ORDER BY %3$s LIMIT %d"
        .formatted(
            schema.trackedEventFields(),
            schema.domainEventTable(),
            schema.globalIndexColumn(),
            count);
  }

  /** The next events after a number and up to another, of which the names begin with families. */
  static PreparedStatement ofFamilies(
      Connection connection, EventSchema schema, String[] families, long after, long to, int count)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            """
            SELECT %s FROM %s
             WHERE %s > (SELECT ?) AND %3$s <= (SELECT ?)
               AND split_part(%s, '.', 1) = ANY ((SELECT ?)::text[])
             ORDER BY %3$s LIMIT %d
            """
                .formatted(
                    schema.trackedEventFields(),
                    schema.domainEventTable(),
                    schema.globalIndexColumn(),
                    schema.payloadTypeColumn(),
                    count));
    statement.setLong(1, after);
    statement.setLong(2, to);
    statement.setArray(3, connection.createArrayOf("text", families));
    return statement;
  }

  /** The largest number among the newest events that were before a time. */
  static PreparedStatement newestBefore(Connection connection, EventSchema schema, Instant time)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            """
            SELECT max(%1$s)
              FROM (SELECT %1$s, %2$s FROM %3$s ORDER BY %1$s DESC LIMIT %4$d) AS newest
             WHERE %2$s < ? COLLATE "C"
            """
                .formatted(
                    schema.globalIndexColumn(),
                    schema.timestampColumn(),
                    schema.domainEventTable(),
                    NEWEST));
    statement.setString(1, DateTimeUtils.formatInstant(time));
    return statement;
  }
}
