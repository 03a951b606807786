package io.slotkeeper.quickstart.embedded;

import static io.slotkeeper.quickstart.embedded.Statement.answer;
import static io.slotkeeper.quickstart.embedded.Statement.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that cannot be read, or belongs to somebody else, is left as it is. */
class UnreachableDataTest {
  private static final int SOMEBODY = 12345;

  @TempDir Path temporary;
  private DataDirectory directory;
  private EmbeddedDatabase database;

  @BeforeEach
  void prepares() {
    directory = DataDirectory.open(temporary.resolve("data"));
    database = EmbeddedDatabase.on(directory, Binaries.DIRECTORY);
  }

  @AfterEach
  void stops() {
    database.close();
    directory.close();
  }

  @Test
  void keepsItsDataWhereItsMarkCannotBeRead() throws SQLException, IOException {
    database.start();
    run(database, "CREATE TABLE kept AS SELECT 7 AS id");
    database.close();
    Path mark = directory.path().resolve("postgres/slotkeeper-complete");
    Files.delete(mark);
    Files.createSymbolicLink(mark, mark);

    database.start();

    assertThat(answer(database, "SELECT id FROM kept")).isEqualTo("7");
  }

  @Test
  void leavesTheDataOfAnotherUserAlone() throws IOException {
    assumeThat(ServerUser.forFilesIn(directory.path()).prefix()).isNotEmpty();
    database.start();
    database.close();
    Path cluster = directory.path().resolve("postgres");
    Tree.giveTo(SOMEBODY, cluster);

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(database::start)
        .withMessageContaining(cluster + " belongs to another user");
    assertThat(Files.getAttribute(cluster.resolve("PG_VERSION"), "unix:uid")).isEqualTo(SOMEBODY);
  }

  @Test
  void startsForRootBelowADirectoryThatOnlySomebodyElseMayEnter() throws SQLException, IOException {
    assumeThat(ServerUser.forFilesIn(directory.path()).prefix()).isNotEmpty();
    Path home = Files.createDirectory(temporary.resolve("home"));
    Tree.keepToOwner(home);
    Tree.giveTo(SOMEBODY, home);
    try (var below = DataDirectory.open(home.resolve("data"));
        var server = EmbeddedDatabase.on(below, Binaries.DIRECTORY)) {
      server.start();

      assertThat(answer(server, "SELECT 1")).isEqualTo("1");
    }
  }
}
