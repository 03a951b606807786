package io.slotkeeper.platform.commands;

import static io.slotkeeper.platform.commands.Ledger.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.commands.Ledger.LedgerApplication;
import io.slotkeeper.platform.commands.Ledger.Work;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
class DetachedLimitsTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final TestDatabase database = Toys.migrated();
  private final CountDownLatch released = new CountDownLatch(1);

  @BeforeEach
  void createTheLedger() {
    database.execute("CREATE TABLE ledger (entry text)");
  }

  @Test
  void refusesACommandWhenNoPlaceBecomesFree() {
    try (var node = oneThread("queue=1", "patience=50ms")) {
      DetachedCommands commands = node.getBean(DetachedCommands.class);
      var running = commands.send(held("running"));
      var queued = commands.send(write("queued"));

      assertThatThrownBy(() -> commands.send(write("too many")))
          .isInstanceOf(RejectedExecutionException.class);

      released.countDown();
      assertThat(running).succeedsWithin(SOON);
      assertThat(queued).succeedsWithin(SOON);
      assertThat(commands.send(write("later"))).succeedsWithin(SOON);
    }
  }

  @Test
  void makesTheSenderWaitForAPlace() {
    try (var node = oneThread("queue=1", "patience=30s")) {
      DetachedCommands commands = node.getBean(DetachedCommands.class);
      var running = commands.send(held("running"));
      var queued = commands.send(write("queued"));
      CompletableFuture<CompletableFuture<Object>> waiting = new CompletableFuture<>();
      Thread sender =
          Thread.ofPlatform().start(() -> waiting.complete(commands.send(write("waited"))));
      await().until(() -> sender.getState() == Thread.State.TIMED_WAITING);
      assertThat(waiting).isNotDone();

      released.countDown();

      assertThat(CompletableFuture.allOf(running, queued, waiting.thenCompose(sent -> sent)))
          .succeedsWithin(SOON);
    }
  }

  @Test
  void finishesWhatItHasBeforeTheNodeStops() {
    var node = oneThread("queue=1000");
    DetachedCommands commands = node.getBean(DetachedCommands.class);
    var running = commands.send(held("running"));
    var queued = commands.send(write("queued"));
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(node::close);
    await().until(() -> refuses(commands));

    released.countDown();

    assertThat(running).succeedsWithin(SOON);
    assertThat(queued).succeedsWithin(SOON);
    assertThat(stopped).succeedsWithin(SOON);
    assertThat(
            JdbcClient.create(database.dataSource())
                .sql("SELECT entry FROM ledger")
                .query(String.class)
                .list())
        .containsExactly("running", "queued");
  }

  @Test
  void cancelsWhatAShutdownDoesNotGetTo() {
    try (var node = oneThread("queue=1", "drain=50ms")) {
      DetachedCommands commands = node.getBean(DetachedCommands.class);
      var running = commands.send(held("running"));
      var queued = commands.send(write("queued"));

      commands.close();

      assertThat(queued).isCancelled();
      assertThat(running).as("interrupted").failsWithin(SOON);
    }
  }

  private static boolean refuses(DetachedCommands commands) {
    return catchThrowable(() -> commands.send(new Work(jdbc -> {})))
        instanceof RejectedExecutionException;
  }

  private ConfigurableApplicationContext oneThread(String... further) {
    return Toys.start(
        database,
        LedgerApplication.class,
        Stream.concat(Stream.of("threads=1"), Stream.of(further))
            .map(setting -> "slotkeeper.commands.detached." + setting)
            .toArray(String[]::new));
  }

  private Work held(String entry) {
    return new Work(
        jdbc -> {
          try {
            released.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          write(jdbc, entry);
        });
  }
}
