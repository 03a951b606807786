package io.slotkeeper.platform.eventstore.engine;

import static io.slotkeeper.platform.toy.Toys.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.platform.toy.ToyApplication;
import io.slotkeeper.platform.toy.Toys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class FamilyEventsTest {

  private ConfigurableApplicationContext context;
  private JdbcTemplate jdbc;
  private EventStore store;
  private FamilyEvents events;

  @BeforeEach
  void start() {
    context =
        Toys.start(Toys.migrated(), ToyApplication.class, "slotkeeper.event-store.batch-size=10");
    jdbc = context.getBean(JdbcTemplate.class);
    store = context.getBean(EventStore.class);
    events = context.getBean(FamilyEvents.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void passesOverOtherFamiliesInWhatIsSettled() throws Exception {
    appendOld("wanted-", 25);
    appendOld("passed-over-", 35);
    ofAnotherFamily("passed-over-%");
    appendOld("late-", 1);

    try (var stream = open(null)) {
      assertThat(available(stream)).hasSize(26).startsWith("wanted-0").endsWith("late-0");
    }
  }

  @Test
  void readsAsAnybodyDoesWhatMayStillChange() throws Exception {
    appendOld("old-", 3);
    ofAnotherFamily("old-1");
    store.publish(taken("new", 0), taken("other", 0));
    ofAnotherFamily("other");
    jdbc.queryForList(
        "SELECT nextval(pg_get_serial_sequence('command.domainevententry', 'globalindex'))");
    store.publish(taken("newest", 0));

    try (var stream = open(null)) {
      assertThat(available(stream)).containsExactly("old-0", "old-2", "new", "other", "newest");
    }
    try (var stream = open(null)) {
      var tokens = new ArrayList<GapAwareTrackingToken>();
      while (stream.hasNextAvailable()) {
        tokens.add((GapAwareTrackingToken) stream.nextAvailable().trackingToken());
      }
      assertThat(tokens)
          .extracting(GapAwareTrackingToken::getIndex)
          .containsExactly(1L, 3L, 4L, 5L, 7L);
      assertThat(tokens.subList(0, 4)).allSatisfy(token -> assertThat(token.getGaps()).isEmpty());
      assertThat(tokens.getLast().getGaps()).containsExactly(6L);
    }
  }

  @Test
  void goesOnFromAnyPositionOfItsOwn() throws Exception {
    appendOld("old-", 30);
    ofAnotherFamily("old-1_");
    store.publish(taken("new", 0));
    var all = new ArrayList<TrackedEventMessage<?>>();
    try (var stream = open(null)) {
      while (stream.hasNextAvailable()) {
        all.add(stream.nextAvailable());
      }
    }
    assertThat(all).hasSize(21);
    for (int read = 1; read <= all.size(); read++) {
      try (var stream = open(all.get(read - 1).trackingToken())) {
        assertThat(available(stream))
            .isEqualTo(
                all.subList(read, all.size()).stream().map(FamilyEventsTest::ticket).toList());
      }
    }
  }

  @Test
  void callsItsReaderForWhatComesLater() throws Exception {
    appendOld("old-", 1);
    var calls = new AtomicInteger();
    try (var stream = open(null)) {
      assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
      assertThat(available(stream)).containsExactly("old-0");
      int before = calls.get();
      store.publish(taken("new", 0));
      await().until(() -> calls.get() > before && stream.hasNextAvailable());
      assertThat(available(stream)).containsExactly("new");
    }
  }

  private BlockingStream<TrackedEventMessage<?>> open(@Nullable TrackingToken position) {
    var source = events.of(List.of("ticket"));
    return source.openStream(position == null ? source.createTailToken() : position);
  }

  /** An hour ago, which nobody waits for any more. */
  private void appendOld(String tickets, int count) {
    IntStream.range(0, count).forEach(number -> store.publish(taken(tickets + number, 0)));
    jdbc.update(
        "UPDATE command.DomainEventEntry"
            + " SET timeStamp = to_char(timeStamp::timestamptz AT TIME ZONE 'UTC' - interval '1 hour',"
            + " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
            + " WHERE aggregateIdentifier LIKE ?",
        tickets + "%");
  }

  private void ofAnotherFamily(String... tickets) {
    for (var pattern : tickets) {
      jdbc.update(
          "UPDATE command.DomainEventEntry SET payloadType = 'other.' || payloadType"
              + " WHERE aggregateIdentifier LIKE ?",
          pattern);
    }
  }

  private static List<String> available(BlockingStream<TrackedEventMessage<?>> stream)
      throws InterruptedException {
    var tickets = new ArrayList<String>();
    while (stream.hasNextAvailable()) {
      tickets.add(ticket(stream.nextAvailable()));
    }
    return tickets;
  }

  private static String ticket(TrackedEventMessage<?> event) {
    return ((DomainEventMessage<?>) event).getAggregateIdentifier();
  }
}
