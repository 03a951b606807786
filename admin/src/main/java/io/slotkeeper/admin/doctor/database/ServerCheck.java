package io.slotkeeper.admin.doctor.database;

import io.slotkeeper.admin.doctor.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How the server is set up. */
final class ServerCheck {
  private static final String ABOUT = "postgresql";
  private static final int OLDEST = 150_000;
  private static final int SERVICES = 2;

  /** Events must not be lost that callers were told of. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Database database;
  private final int pool;
  private final int nodes;

  ServerCheck(Database database, int pool, int nodes) {
    this.database = database;
    this.pool = pool;
    this.nodes = nodes;
  }

  List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    if (database.number("SELECT current_setting('server_version_num')::int") < OLDEST) {
      findings.add(Finding.fail(ABOUT, "it is older than 15", "Use PostgreSQL 15 or newer."));
    }
    var encoding = database.text("SHOW server_encoding");
    findings.add(
        encoding.equals("UTF8")
            ? Finding.ok(ABOUT, "texts are in UTF8")
            : Finding.fail(
                ABOUT,
                "texts are in " + encoding,
                "Make the database anew with ENCODING 'UTF8'; names in other scripts are refused."));
    for (var setting : DURABLE) {
      findings.add(durable(setting));
    }
    findings.add(connections());
    findings.add(Finding.ok(ABOUT, "its time zone is " + database.text("SHOW TimeZone")));
    return findings;
  }

  private Finding durable(String setting) throws SQLException {
    var value = database.text("SHOW " + setting);
    return value.equals("off")
        ? Finding.fail(
            ABOUT,
            setting + " is off: bookings that callers were told of can be lost",
            "Set %s = on in postgresql.conf.".formatted(setting))
        : Finding.ok(ABOUT, "%s is %s".formatted(setting, value));
  }

  private Finding connections() throws SQLException {
    long most =
        database.number(
            "SELECT current_setting('max_connections')::int"
                + " - current_setting('superuser_reserved_connections')::int");
    // Two listen or announce, and a rebuild takes none that is not of the pool.
    long wanted = (long) SERVICES * nodes * (pool + 2);
    var text =
        "%d nodes of each service want %d connections, and there are %d"
            .formatted(nodes, wanted, most);
    return wanted > most
        ? Finding.warn(
            ABOUT,
            text,
            "Raise max_connections, or lower spring.datasource.hikari.maximum-pool-size; --nodes"
                + " says how many nodes there are.")
        : Finding.ok(ABOUT, text);
  }
}
