package io.slotkeeper.platform.eventstore.wakeup;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.BoardApplication;
import io.slotkeeper.platform.toy.TicketBoard;
import io.slotkeeper.platform.toy.TicketEvent.Taken;
import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The readers here poll so rarely that only a wake-up explains what they handle in time. */
class WakeUpTest {

  private static final Logger log = LoggerFactory.getLogger(WakeUpTest.class);
  private static final String[] RARE_POLLS = {
    "slotkeeper.event-store.fetch-delay=10m", "slotkeeper.event-store.token-claim-interval=10m"
  };

  private final TestDatabase database = Toys.migrated();
  // In another database, because a test closes this one for new connections.
  private final JdbcTemplate outside = new JdbcTemplate(TestPostgres.freshDatabase().dataSource());
  private ConfigurableApplicationContext writer;
  private ConfigurableApplicationContext reader;

  @BeforeEach
  void start() {
    writer = Toys.start(database, ToyApplication.class, "slotkeeper.event-store.listen=false");
    reader = Toys.start(database, Reader.class, RARE_POLLS);
    publish("first");
    awaitHandled("first");
    awaitSession("listener");
  }

  @AfterEach
  void stop() {
    writer.close();
    reader.close();
  }

  @Test
  void bringsEventsToTheReaderOfAnotherProcess() {
    List<Double> lags = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String ticket = "lag-" + i;
      publish(ticket);
      long committed = System.nanoTime();
      awaitHandled(ticket);
      lags.add((board().handledAtNanos.getOrDefault(ticket, 0L) - committed) / 1e6);
    }
    Collections.sort(lags);
    double median = lags.get(lags.size() / 2);
    log.info("Lag in ms: median {}, worst {}", median, lags.getLast());
    assertThat(median).as("a processor that is not called polls every 500 ms").isLessThan(200);
  }

  @Test
  void wakesReadersOfTheSameProcessWithoutListening() {
    try (var alone =
        Toys.start(
            Toys.migrated(),
            Reader.class,
            "slotkeeper.event-store.listen=false",
            RARE_POLLS[0],
            RARE_POLLS[1])) {
      alone.getBean(EventStore.class).publish(taken("own", 0));
      await().until(() -> alone.getBean(TicketBoard.class).handled.contains("own"));
      alone.getBean(EventStore.class).publish(taken("own-2", 0));
      await().until(() -> alone.getBean(TicketBoard.class).handled.contains("own-2"));
    }
  }

  @Test
  void listensAgainAfterItsConnectionWasCut() {
    List<Integer> before = sessions("listener");
    cut("listener");
    await().until(() -> sessions("listener"), now -> now.size() == 1 && !now.equals(before));

    publish("after-the-cut");

    awaitHandled("after-the-cut");
  }

  @Test
  void looksForWhatWasAppendedWhileNobodyListened() {
    allowConnections(false);
    try {
      cut("listener");
      await().until(() -> sessions("listener").isEmpty());
      publish("unheard");
    } finally {
      allowConnections(true);
    }

    awaitHandled("unheard");
  }

  @Test
  void notifiesAgainAfterItsConnectionWasCut() {
    awaitSession("notifier");
    cut("notifier");
    await().until(() -> sessions("notifier").isEmpty());

    publish("second-connection");

    awaitHandled("second-connection");
  }

  @Test
  void wakesAReaderWhoseTokenDiffersFromTheSharedCache() {
    TestDatabase shared = Toys.migrated();
    try (var node = Toys.start(shared, TwoBoards.class, "slotkeeper.event-store.listen=false")) {
      node.getBean(EventStore.class).publish(taken("one", 0), taken("two", 0), taken("three", 0));
      awaitHandled(node, "three");
    }
    // One of the two has seen a gap that the other has not, so they cannot share a position.
    shared.execute("DELETE FROM command.DomainEventEntry WHERE aggregateIdentifier = 'two'");
    shared.execute(
        "UPDATE command.TokenEntry SET tokenType = '"
            + GapAwareTrackingToken.class.getName()
            + "', token = convert_to('{\"index\":3,\"gaps\":'"
            + " || CASE processorName WHEN 'board' THEN '[2]' ELSE '[]' END || '}', 'UTF8')");

    try (var node = Toys.start(shared, TwoBoards.class, RARE_POLLS);
        var other =
            Toys.start(shared, ToyApplication.class, "slotkeeper.event-store.listen=false")) {
      EventStore elsewhere = other.getBean(EventStore.class);
      elsewhere.publish(taken("four", 0));
      awaitHandled(node, "four");

      for (String stopped : List.of("board", "other-board")) {
        // Whichever of the two does not share the cache's position is the only reader now.
        EventProcessor processor =
            node.getBean(EventProcessingConfiguration.class).eventProcessor(stopped).orElseThrow();
        processor.shutDown();
        for (int i = 0; i < 12; i++) {
          String ticket = "without-" + stopped + i;
          // The reader's turns on and off the cache depend on how many events it finds.
          for (int sequence = 0; sequence <= i % 3; sequence++) {
            elsewhere.publish(taken(ticket, sequence));
          }
          await().until(() -> handledBySomebody(node, ticket));
        }
        processor.start();
        awaitHandled(node, "without-" + stopped + 11);
      }
    }
  }

  @Test
  void leavesNoThreadAndNoConnectionBehind() {
    reader.close();
    writer.close();

    await()
        .untilAsserted(
            () -> {
              assertThat(sessions("listener")).isEmpty();
              assertThat(sessions("notifier")).isEmpty();
            });
  }

  private void publish(String ticket) {
    writer.getBean(EventStore.class).publish(taken(ticket, 0));
  }

  private TicketBoard board() {
    return reader.getBean(TicketBoard.class);
  }

  private void awaitHandled(String ticket) {
    await()
        .pollInterval(Duration.ofMillis(1))
        .pollDelay(Duration.ZERO)
        .until(() -> board().handled.contains(ticket));
  }

  private static void awaitHandled(ConfigurableApplicationContext node, String ticket) {
    await()
        .untilAsserted(
            () -> {
              assertThat(node.getBean(TicketBoard.class).handled).contains(ticket);
              assertThat(node.getBean(OtherBoard.class).handled).contains(ticket);
            });
  }

  private static boolean handledBySomebody(ConfigurableApplicationContext node, String ticket) {
    return node.getBean(TicketBoard.class).handled.contains(ticket)
        || node.getBean(OtherBoard.class).handled.contains(ticket);
  }

  private void awaitSession(String purpose) {
    await().until(() -> !sessions(purpose).isEmpty());
  }

  private List<Integer> sessions(String purpose) {
    return outside.queryForList(
        "SELECT pid FROM pg_stat_activity WHERE datname = ? AND application_name = ?",
        Integer.class,
        database.name(),
        "slotkeeper " + purpose);
  }

  private void cut(String purpose) {
    sessions(purpose).forEach(pid -> outside.execute("SELECT pg_terminate_backend(" + pid + ")"));
  }

  private void allowConnections(boolean allow) {
    outside.execute("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS " + allow);
  }

  @ProcessingGroup("other-board")
  static class OtherBoard {

    final List<String> handled = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(Taken event) {
      handled.add(event.ticket());
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(BoardApplication.class)
  static class Reader {

    @Bean
    ConfigurerModule noPollingForClaims() {
      return configurer ->
          configurer
              .eventProcessing()
              .registerPooledStreamingEventProcessorConfiguration(
                  (configuration, builder) ->
                      builder.claimExtensionThreshold(Duration.ofMinutes(10).toMillis()));
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({Reader.class, OtherBoard.class})
  static class TwoBoards {}
}
