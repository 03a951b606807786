package io.slotkeeper.admin.doctor.database;

import io.slotkeeper.admin.doctor.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the schemas are those of this build. */
final class SchemaCheck {
  private static final String ABOUT = "schema";
  private static final String RESTORED =
      "Something has changed the schema by hand: compare it with the migrations.";

  private final Database database;

  SchemaCheck(Database database) {
    this.database = database;
  }

  List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    boolean complete = true;
    for (var schema : List.of("command", "query")) {
      complete &= exists(schema);
      findings.add(migrations(schema));
    }
    if (complete) {
      findings.add(extension());
      findings.add(sequence());
    }
    return findings;
  }

  private boolean exists(String schema) throws SQLException {
    return database
        .text("SELECT to_regclass('%s.flyway_schema_history')".formatted(schema))
        .endsWith("flyway_schema_history");
  }

  private Finding migrations(String schema) throws SQLException {
    int known = Migrations.newest(schema);
    if (!exists(schema)) {
      return Finding.warn(
          ABOUT,
          "%s has not been made yet".formatted(schema),
          "Start %s-service, which makes it.".formatted(schema));
    }
    var failed =
        database.rows(
            "SELECT version FROM %s.flyway_schema_history WHERE NOT success".formatted(schema),
            row -> row.getString(1));
    if (!failed.isEmpty()) {
      return Finding.fail(
          ABOUT,
          "migration %s of %s has failed".formatted(String.join(", ", failed), schema),
          "The service's log says why. Mend it, delete the row from %s.flyway_schema_history, start"
                  .formatted(schema)
              + " the service again.");
    }
    long newest =
        database.number(
            "SELECT coalesce(max(version::numeric), 0)::bigint FROM %s.flyway_schema_history WHERE version IS NOT NULL"
                .formatted(schema));
    if (newest == known) {
      return Finding.ok(ABOUT, "%s is at version %d".formatted(schema, known));
    }
    return newest < known
        ? Finding.warn(
            ABOUT,
            "%s is at version %d, this build's is %d".formatted(schema, newest, known),
            "A start of the new %s-service brings it there.".formatted(schema))
        : Finding.warn(
            ABOUT,
            "%s is at version %d, newer than this build's %d".formatted(schema, newest, known),
            "Use the slotkeeper-admin of the newest service that runs.");
  }

  private Finding extension() throws SQLException {
    return database.number("SELECT count(*) FROM pg_extension WHERE extname = 'btree_gist'") == 1
        ? Finding.ok(ABOUT, "the extension btree_gist is there")
        : Finding.fail(
            ABOUT, "the extension btree_gist is away: nothing keeps bookings apart", RESTORED);
  }

  private Finding sequence() throws SQLException {
    var cache =
        database.rows(
            "SELECT seqcache FROM pg_sequence"
                + " WHERE seqrelid = pg_get_serial_sequence('command.domainevententry',"
                + " 'globalindex')::regclass",
            row -> row.getLong(1));
    return cache.equals(List.of(1L))
        ? Finding.ok(ABOUT, "events are numbered one by one")
        : Finding.fail(
            ABOUT,
            "the sequence of events hands out numbers in advance: readers can miss events",
            "ALTER SEQUENCE of command.domainevententry.globalindex … CACHE 1. " + RESTORED);
  }
}
