package io.slotkeeper.admin.doctor.database;

import io.slotkeeper.admin.doctor.Clocks;
import io.slotkeeper.admin.doctor.Finding;
import io.slotkeeper.admin.doctor.settings.GivenSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Looks at PostgreSQL as the services would find it. */
public final class DatabaseCheck {
  private static final String ABOUT = "postgresql";
  private static final String URL = "spring.datasource.url";
  private static final String STANDARD_URL = "jdbc:postgresql://localhost:5432/slotkeeper";

  private final GivenSettings given;
  private final int nodes;
  private final Clock clock;

  /**
   * Looks where the settings say that it is.
   *
   * @param nodes of each service
   */
  public DatabaseCheck(GivenSettings given, int nodes, Clock clock) {
    this.given = given;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** What was looked at, or that it cannot be reached. */
  public List<Finding> findings() {
    var url = given.value(URL).orElse(STANDARD_URL);
    var login = new Properties();
    login.setProperty("user", given.value("spring.datasource.username").orElse("slotkeeper"));
    given
        .value("spring.datasource.password")
        .ifPresent(password -> login.setProperty("password", password));
    login.setProperty("connectTimeout", "5");
    login.setProperty("socketTimeout", "20");
    login.setProperty("readOnly", "true");
    login.setProperty("ApplicationName", "slotkeeper-admin");
    if (!url.startsWith("jdbc:postgresql:")) {
      return List.of(
          Finding.fail(ABOUT, URL + " is no address of PostgreSQL", "Such as " + STANDARD_URL));
    }
    if (url.replaceFirst("\\?.*", "").contains("@")) {
      return List.of(
          Finding.fail(
              ABOUT,
              URL + " has a user in it, which the driver does not know",
              "Give spring.datasource.username and .password."));
    }
    try (var connection = DriverManager.getConnection(url, login)) {
      var database = new Database(connection);
      List<Finding> findings = new ArrayList<>();
      findings.add(
          Finding.ok(
              ABOUT,
              "reached %s, version %s"
                  .formatted(shown(url), database.text("SHOW server_version"))));
      findings.add(clock(database));
      findings.addAll(new ServerCheck(database, pool(), nodes).findings());
      findings.addAll(new SchemaCheck(database).findings());
      findings.addAll(new ProcessorCheck(database, claimTimeout()).findings());
      return findings;
    } catch (SQLException e) {
      return List.of(
          Finding.fail(
              ABOUT,
              "%s cannot be used as %s: %s"
                  .formatted(shown(url), login.getProperty("user"), reason(e, url)),
              "Look at spring.datasource.url, .username and .password, at the network, and at"
                  + " PostgreSQL's pg_hba.conf."));
    }
  }

  private Finding clock(Database database) throws SQLException {
    var before = clock.instant();
    var there =
        database
            .rows(
                "SELECT clock_timestamp()",
                row -> Objects.requireNonNull(row.getObject(1, OffsetDateTime.class)))
            .getFirst()
            .toInstant();
    var after = clock.instant();
    return Clocks.compared("PostgreSQL", before, there, after, Duration.ZERO);
  }

  private int pool() {
    return given
        .value("spring.datasource.hikari.maximum-pool-size")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(20);
  }

  private Duration claimTimeout() {
    return given
        .value("slotkeeper.event-store.token-claim-timeout")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> text.matches("\\d{1,6}s"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text.replace("s", ""))))
        .orElse(Duration.ofSeconds(10));
  }

  /** Without what may be a password. */
  static String shown(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
  }

  /** Drivers repeat an address that they cannot read, password and all. */
  private static String reason(SQLException failure, String url) {
    var said = String.valueOf(failure.getMessage()).replace(url, shown(url));
    return said.lines().findFirst().orElse("").strip();
  }
}
