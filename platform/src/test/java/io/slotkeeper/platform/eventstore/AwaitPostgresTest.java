package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class AwaitPostgresTest {

  @Test
  void canBeStoppedWhileNoPostgresAnswers() throws IOException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    PGSimpleDataSource nobody = nobody();
    Thread starting = Thread.ofPlatform().start(() -> migrate(nobody, failure));
    await().until(starting::getState, Thread.State.WAITING::equals);

    starting.interrupt();

    await()
        .untilAsserted(
            () -> assertThat(failure.get()).hasMessage("Interrupted while waiting for PostgreSQL"));
  }

  @Test
  void doesNotWaitForADatabaseThatIsNotThere() {
    TestDatabase database = TestPostgres.freshDatabase();
    PGSimpleDataSource absent = new PGSimpleDataSource();
    absent.setUrl(database.url().replace(database.name(), "absent_database"));
    absent.setUser(database.user());
    absent.setPassword(database.password());

    assertThatThrownBy(() -> strategy(absent)).hasMessage("Cannot wait for PostgreSQL");
  }

  private static void migrate(PGSimpleDataSource database, AtomicReference<Throwable> failure) {
    try {
      strategy(database);
    } catch (IllegalStateException e) {
      failure.set(e);
    }
  }

  private static void strategy(PGSimpleDataSource database) {
    new MigrationAutoConfiguration()
        .migrateOncePostgresAnswers()
        .migrate(Flyway.configure().dataSource(database).load());
  }

  private static PGSimpleDataSource nobody() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl("jdbc:postgresql://127.0.0.1:%d/slotkeeper".formatted(free));
    database.setUser("slotkeeper");
    return database;
  }
}
