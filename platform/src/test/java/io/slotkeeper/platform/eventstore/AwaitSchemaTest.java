package io.slotkeeper.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class AwaitSchemaTest {

  @Test
  void startsOnceTheOtherServiceHasCreatedTheTables() {
    TestDatabase database = TestPostgres.freshDatabase();
    CompletableFuture<ConfigurableApplicationContext> starting =
        CompletableFuture.supplyAsync(() -> Toys.start(database, ToyApplication.class));
    awaitPolling(database);
    assertThat(starting).isNotDone();

    Toys.migrate(database);

    assertThat(starting).succeedsWithin(Duration.ofMinutes(1));
    starting.join().close();
  }

  @Test
  void canBeStoppedWhileItWaits() {
    TestDatabase database = TestPostgres.freshDatabase();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    EventStoreSchema.awaitPresent(database.dataSource());
                  } catch (IllegalStateException e) {
                    failure.set(e);
                  }
                });
    // Spring interrupts a start only when its thread is in this state.
    await().until(waiting::getState, Thread.State.WAITING::equals);

    waiting.interrupt();

    await()
        .untilAsserted(
            () -> assertThat(failure.get()).hasMessageContaining("Interrupted while waiting"));
  }

  private static void awaitPolling(TestDatabase database) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    await()
        .until(
            () ->
                jdbc.queryForList(
                    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND query LIKE '%to_regclass%' AND pid <> pg_backend_pid()"),
            sessions -> !sessions.isEmpty());
  }
}
