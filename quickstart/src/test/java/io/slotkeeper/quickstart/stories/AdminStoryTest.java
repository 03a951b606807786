package io.slotkeeper.quickstart.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.admin.SlotkeeperAdmin;
import io.slotkeeper.admin.terminal.Keyboard;
import io.slotkeeper.admin.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What docs/admin.md tells an administrator to type works, and the doctor sees what is wrong. */
class AdminStoryTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  private final Path data = Town.quickstart().dataDirectory();

  @TempDir Path scratch;

  private record Typed(int exit, String out, String err) {}

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(
        scratch.resolve("salon.json"),
        """
        {"name": "Salon Iris", "timeZone": "Europe/Madrid", "whatsappNumber": "+34612345678"}""");
    Files.writeString(scratch.resolve("production.env"), production("slotkeeper"));
    Files.writeString(scratch.resolve("database.password"), postgresPassword());
  }

  @Test
  void everyExampleOfTheDocumentWorks() throws IOException {
    var business = Shop.open("MANUAL").id();
    var examples =
        Files.readString(Path.of("../docs/admin.md"))
            .lines()
            .takeWhile(line -> !line.equals("## Reference"))
            .filter(line -> line.startsWith("slotkeeper-admin "))
            .map(line -> line.replace("$BUSINESS", business))
            .toList();

    assertThat(examples).hasSizeGreaterThan(10);
    for (var example : examples) {
      var typed = type(example.substring("slotkeeper-admin ".length()));
      assertThat(typed.exit()).as("%s: %s", example, typed).isZero();
      assertThat(typed.out()).as(example).isNotBlank();
    }
  }

  @Test
  void followsARebuildToItsEnd() {
    var typed = type("projections rebuild businesses --follow");

    assertThat(typed.exit()).as("%s", typed).isZero();
    assertThat(typed.out()).contains("DONE");
    assertThat(typed.err()).contains("100 %");
    assertThat(type("projections cancel businesses").exit()).isEqualTo(1);
    assertThat(type("projections show nothing").err()).contains("[not-found]");
  }

  /** While the town goes on, and with all that earlier stories have left in it. */
  @Test
  void theAuditFindsNothingWrongInATown() throws IOException {
    var told = new ArrayList<String>();
    for (var approval : List.of("AUTOMATIC", "MANUAL")) {
      var shop = Shop.open(approval);
      var free = shop.freeSlots(3);
      var moved = shop.book(free.get(0));
      var cancelled = shop.book(free.get(1));
      var waiting = shop.book(free.get(2));
      shop.owner().post("/api/slots/%s/block".formatted(free.get(3))).expect(200);
      if (approval.equals("MANUAL")) {
        moved.ownerDoes("confirm").expect(200);
        shop.book(free.get(4)).ownerDoes("reject").expect(200);
      }
      moved.customerDoes("reschedule", Map.of("slotId", free.get(5))).expect(200);
      cancelled.customerDoes("cancel", Map.of()).expect(200);
      told.add("%s %s PENDING".formatted(waiting.id(), waiting.slotId()));
      told.add("%s %s CANCELLED".formatted(cancelled.id(), cancelled.slotId()));
      told.add(
          "%s %s %s"
              .formatted(
                  moved.id(), free.get(5), approval.equals("MANUAL") ? "PENDING" : "CONFIRMED"));
    }
    Files.write(scratch.resolve("told.txt"), told);

    var typed =
        type(
            "audit --database jdbc:postgresql: --password-file database.password --json"
                + " --acknowledged told.txt");

    assertThat(typed.exit()).as("%s", typed).isZero();
    var report = JsonMapper.shared().readTree(typed.out());
    assertThat(report.path("violations")).isEmpty();
    assertThat(report.path("acknowledged").asInt()).isEqualTo(told.size());
    assertThat(report.path("readModels").valueStream())
        .hasSize(4)
        .allMatch(model -> model.path("compared").asBoolean());
  }

  @Test
  void theAuditMissesABookingThatNobodyMade() throws IOException {
    Files.writeString(scratch.resolve("told.txt"), "bkg_of_nobody slt_of_nothing CONFIRMED");

    var typed =
        type(
            "audit --database jdbc:postgresql: --password-file database.password"
                + " --acknowledged told.txt");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("acknowledged-lost: 1");
  }

  @Test
  void theDoctorFindsATownHealthy() {
    var typed = type("doctor --settings production.env --json");

    var findings = JsonMapper.shared().readTree(typed.out()).path("findings");
    assertThat(findings.valueStream().map(each -> each.path("level").asString("")))
        .as(typed.out())
        .doesNotContain("FAIL");
    assertThat(findings.valueStream().filter(each -> each.path("level").asString("").equals("OK")))
        .extracting(each -> each.path("about").asString(""))
        .contains(
            "settings",
            "secrets",
            "postgresql",
            "schema",
            "processors",
            "redis",
            "services",
            "clocks");
    assertThat(typed.out())
        .contains("command is at version", "query is at version", "command-service works on all")
        .doesNotContain(SECRET, postgresPassword(), Town.quickstart().adminToken());
  }

  @Test
  void theDoctorFindsWhatIsWrongWithADatabase() throws SQLException, IOException {
    execute(
        "slotkeeper",
        "CREATE DATABASE ailing",
        "ALTER DATABASE ailing SET synchronous_commit = off");
    try {
      execute(
          "ailing",
          "CREATE SCHEMA command",
          "CREATE TABLE command.flyway_schema_history (version text, success boolean)",
          "INSERT INTO command.flyway_schema_history VALUES ('1', true), ('2', false)",
          "CREATE TABLE command.TokenEntry (processorName text, segment int, owner text, timestamp"
              + " text)",
          "INSERT INTO command.TokenEntry VALUES ('__config', 0, NULL, NULL), ('bookings', 0, NULL,"
              + " '2026-01-01T00:00:00Z'), ('slots', 0, 'me', '2026-01-01T00:00:00Z')");
      Files.writeString(scratch.resolve("production.env"), production("ailing"));

      var typed = type("doctor --settings production.env --quiet --nodes 9");

      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.out())
          .contains("FAIL  postgresql: synchronous_commit is off")
          .contains("WARN  postgresql: 9 nodes of each service want")
          .contains("FAIL  schema: migration 2 of command has failed")
          .contains("WARN  schema: query has not been made yet")
          .contains("FAIL  processors: no node of command-service works on bookings/0, slots/0")
          .doesNotContain("OK  ");
    } finally {
      execute("slotkeeper", "DROP DATABASE ailing WITH (FORCE)");
    }
  }

  @Test
  void theDoctorSaysThatATokenIsNotTheAdministrators() {
    var environment = Map.copyOf(environment("another-token-than-that-of-the-town"));

    var typed = type(environment, "doctor --settings production.env --quiet");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("FAIL  services: the administrator's token is not");
  }

  private Typed type(String line) {
    return type(environment(Town.quickstart().adminToken()), line);
  }

  private Typed type(Map<String, String> environment, String line) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Keyboard.NONE);
    var arguments =
        List.of(line.split(" ")).stream().map(word -> named(word)).toArray(String[]::new);
    int exit = SlotkeeperAdmin.run(environment, terminal, Clock.systemUTC(), arguments);
    return new Typed(exit, out.toString(), err.toString());
  }

  private String named(String word) {
    return word.startsWith("jdbc:")
        ? url("slotkeeper")
        : word.matches(".*\\.(env|json|password|txt)") ? scratch.resolve(word).toString() : word;
  }

  private static Map<String, String> environment(String token) {
    return Map.of(
        "SLOTKEEPER_COMMANDS", Town.quickstart().commandUrl().toString(),
        "SLOTKEEPER_QUERIES", Town.quickstart().queryUrl().toString(),
        "SLOTKEEPER_ADMIN_TOKEN", token);
  }

  private String production(String database) throws IOException {
    var redis = Files.readAllLines(data.resolve("redis/redis.conf"));
    return """
        SPRING_DATASOURCE_URL=%s
        SPRING_DATASOURCE_PASSWORD=%s
        SPRING_DATA_REDIS_HOST=127.0.0.1
        SPRING_DATA_REDIS_PORT=%s
        SPRING_DATA_REDIS_PASSWORD=%s
        SLOTKEEPER_SECURITY_ADMIN_TOKEN=%s
        SLOTKEEPER_SECURITY_MANAGE_TOKEN_SECRET=%s
        """
        .formatted(
            url(database),
            postgresPassword(),
            setting(redis, "port"),
            setting(redis, "requirepass"),
            SECRET,
            SECRET);
  }

  private static String setting(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private String url(String database) {
    try {
      var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
      return "jdbc:postgresql://localhost:%s/%s".formatted(port.strip(), database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String postgresPassword() {
    try {
      return Files.readString(data.resolve("postgres-password"), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void execute(String database, String... statements) throws SQLException, IOException {
    try (var connection =
            DriverManager.getConnection(url(database), "slotkeeper", postgresPassword());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
