package io.slotkeeper.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slotkeeper.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

  @TempDir Path directory;

  @Test
  void keepsWhatItAcknowledgedThroughACrash() throws SQLException {
    try (var server = PostgresServer.start(directory.resolve("data"), Map.of())) {
      var database = server.create("kept");
      database.execute("CREATE TABLE fact (told text)");
      database.execute("INSERT INTO fact VALUES ('before')");

      server.crash();
      assertThatThrownBy(() -> facts(database)).isInstanceOf(SQLException.class);

      server.restart();
      assertThat(facts(database)).isEqualTo(1);
    }
  }

  @Test
  void answersNothingWhileItIsFrozen() throws SQLException {
    try (var server = PostgresServer.start(directory.resolve("data"), Map.of())) {
      var database = server.create("frozen");
      database.execute("CREATE TABLE fact (told text)");

      server.freeze();
      var impatient =
          new TestDatabase(
              database.name(),
              database.url() + "?loginTimeout=1&socketTimeout=1",
              database.user(),
              database.password());
      assertThatThrownBy(() -> facts(impatient)).isInstanceOf(SQLException.class);

      server.thaw();
      assertThat(facts(database)).isZero();
    }
  }

  private static int facts(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM fact")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
