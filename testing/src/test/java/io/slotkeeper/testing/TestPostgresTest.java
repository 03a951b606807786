package io.slotkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void acknowledgesACommitOnlyWhenItIsDurable() throws SQLException {
    assertThat(show("synchronous_commit")).isEqualTo("on");
  }

  @Test
  void runsInASessionZoneThatIsNotUtc() throws SQLException {
    assertThat(show("TimeZone")).isNotIn("UTC", "GMT", "Etc/UTC");
  }

  @Test
  void givesEachTestADatabaseOfItsOwn() throws SQLException {
    TestDatabase first = TestPostgres.freshDatabase();
    first.execute("CREATE TABLE seen (id int)");

    TestDatabase second = TestPostgres.freshDatabase();

    assertThat(first(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'seen'"))
        .isEqualTo("0");
  }

  @Test
  void preparesOnceWhatManyDatabasesBeginWith() throws SQLException {
    AtomicInteger preparations = new AtomicInteger();
    Consumer<TestDatabase> preparation =
        database -> {
          preparations.incrementAndGet();
          database.execute("CREATE TABLE prepared (id int)");
        };
    TestDatabase first = TestPostgres.freshDatabase("prepared", preparation);
    first.execute("INSERT INTO prepared VALUES (1)");

    TestDatabase second = TestPostgres.freshDatabase("prepared", preparation);

    assertThat(first(second, "SELECT count(*) FROM prepared")).isEqualTo("0");
    assertThat(preparations).hasValue(1);
  }

  private static String show(String setting) throws SQLException {
    return first(TestPostgres.freshDatabase(), "SHOW " + setting);
  }

  private static String first(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
