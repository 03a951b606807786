package io.slotkeeper.quickstart.embedded;

import static io.slotkeeper.quickstart.embedded.Statement.answer;
import static io.slotkeeper.quickstart.embedded.Statement.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  /** The tests share a cluster, which takes seconds to make. */
  @TempDir static Path temporary;

  @TempDir Path scratch;
  private DataDirectory directory;
  private EmbeddedDatabase database;

  @BeforeEach
  void prepares() throws SQLException {
    directory = DataDirectory.open(temporary.resolve("with a space"));
    database = EmbeddedDatabase.on(directory, Binaries.DIRECTORY);
    database.start();
    run(database, "DROP TABLE IF EXISTS kept");
    run(database, "CREATE TABLE kept AS SELECT 7 AS id");
  }

  @AfterEach
  void stops() {
    database.close();
    directory.close();
  }

  @Test
  void acknowledgesOnlyWhatIsOnDisk() throws SQLException {
    for (var setting :
        Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on").entrySet()) {
      assertThat(answer(database, "SHOW " + setting.getKey()))
          .as(setting.getKey())
          .isEqualTo(setting.getValue());
    }
  }

  @Test
  void listensOnTheLoopbackInterfaceAloneAndAsksForThePassword() throws SQLException {
    assertThat(answer(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(answer(database, "SHOW unix_socket_directories")).isEmpty();
    assertThatThrownBy(
            () -> DriverManager.getConnection(database.url(), database.user(), "wrong").close())
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void keepsItsDataOverARestart() throws SQLException {
    database.close();

    database.start();

    assertThat(answer(database, "SELECT id FROM kept")).isEqualTo("7");
  }

  @Test
  void stopsTheServerOfAQuickstartThatDiedAndGoesOnWithItsData() throws SQLException {
    String leftover = database.url();

    var next = EmbeddedDatabase.on(directory, Binaries.DIRECTORY);
    next.start();

    assertThat(answer(next, "SELECT id FROM kept")).isEqualTo("7");
    assertThatThrownBy(
            () -> DriverManager.getConnection(leftover, next.user(), next.password()).close())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void recoversAfterTheServerWasKilled() throws SQLException, IOException {
    ProcessHandle server = server();
    server.destroyForcibly();
    server.onExit().join();

    database.start();

    assertThat(answer(database, "SELECT id FROM kept")).isEqualTo("7");
  }

  @Test
  void startsWhenItsOldIdIsThatOfAnotherProcess() throws SQLException, IOException {
    database.close();
    Files.write(
        directory.path().resolve("postgres/postmaster.pid"),
        List.of(
            Long.toString(ProcessHandle.current().pid()),
            directory.path().resolve("postgres").toString(),
            "0"));

    database.start();

    assertThat(answer(database, "SELECT 1")).isEqualTo("1");
  }

  @Test
  void startsAnewWhereTheFirstStartWasCutOff() throws SQLException, IOException {
    try (var cutOff = DataDirectory.open(scratch.resolve("cut off"))) {
      Path cluster = Files.createDirectories(cutOff.path().resolve("postgres"));
      Files.writeString(cluster.resolve("postgresql.conf"), "half =");

      try (var anew = EmbeddedDatabase.on(cutOff, Binaries.DIRECTORY)) {
        anew.start();

        assertThat(answer(anew, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void pointsToTheLogWhenItDoesNotStart() throws IOException {
    database.close();
    Path settings = directory.path().resolve("postgres/postgresql.auto.conf");
    String before = Files.readString(settings);
    Files.writeString(settings, "nonsense = yes");
    Path log = directory.path().resolve("postgres.log");

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(database::start)
        .withMessage("PostgreSQL does not start; %s says why", log);
    assertThat(log).content().contains("nonsense");
    Files.writeString(settings, before);
  }

  @Test
  void runsForRootWhereNamespacesAreForbiddenAndWhereTheyAreNot() throws SQLException, IOException {
    assumeThat(ServerUser.forFilesIn(directory.path()).prefix()).isNotEmpty();
    database.close();

    database = EmbeddedDatabase.on(directory, Binaries.DIRECTORY, ServerUser.AS_NOBODY);
    database.start();
    assertThat(answer(database, "SELECT id FROM kept")).isEqualTo("7");
    database.close();

    database = EmbeddedDatabase.on(directory, Binaries.DIRECTORY);
    database.start();
    assertThat(answer(database, "SELECT id FROM kept")).isEqualTo("7");
  }

  @Test
  void extractsTheProgramsOnce() throws IOException {
    var first = PostgresBinaries.in(Binaries.DIRECTORY);
    var extracted = Files.getLastModifiedTime(Path.of(first.program("postgres")));

    var second = PostgresBinaries.in(Binaries.DIRECTORY);

    assertThat(second).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(Path.of(second.program("postgres")))).isEqualTo(extracted);
  }

  private ProcessHandle server() throws IOException {
    var pidFile = directory.path().resolve("postgres/postmaster.pid");
    return LeftoverServer.pid(pidFile).flatMap(ProcessHandle::of).orElseThrow();
  }
}
