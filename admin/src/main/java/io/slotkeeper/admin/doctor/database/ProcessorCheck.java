package io.slotkeeper.admin.doctor.database;

import io.slotkeeper.admin.doctor.Finding;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether some node works on each segment of each processor. */
final class ProcessorCheck {
  private static final String ABOUT = "processors";
  private static final String UNCLAIMED =
      """
      SELECT processorName || '/' || segment
        FROM %s.TokenEntry
       WHERE processorName <> '__config'
         AND (owner IS NULL OR timestamp::timestamptz < clock_timestamp() - interval '%d ms')
       ORDER BY processorName, segment
      """;

  private final Database database;
  private final Duration claimTimeout;

  ProcessorCheck(Database database, Duration claimTimeout) {
    this.database = database;
    this.claimTimeout = claimTimeout;
  }

  List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (var schema : List.of("command", "query")) {
      var table = "%s.tokenentry".formatted(schema);
      if (database.text("SELECT to_regclass('%s')".formatted(table)).equals(table)) {
        findings.add(claims(schema));
      }
    }
    return findings;
  }

  private Finding claims(String schema) throws SQLException {
    var unclaimed =
        database.rows(
            UNCLAIMED.formatted(schema, claimTimeout.toMillis()), row -> row.getString(1));
    long all =
        database.number(
            "SELECT count(*) FROM %s.TokenEntry WHERE processorName <> '__config'"
                .formatted(schema));
    return unclaimed.isEmpty()
        ? Finding.ok(
            ABOUT, "%s-service works on all %d segments of its processors".formatted(schema, all))
        : Finding.fail(
            ABOUT,
            "no node of %s-service works on %s".formatted(schema, String.join(", ", unclaimed)),
            "Start one, or look into the log of those that run.");
  }
}
