package io.slotkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class ProcessorTest {
  private static final Logger log = LoggerFactory.getLogger(ProcessorTest.class);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  private final TestDatabase database = TestPostgres.freshDatabase();
  private final SettableClock clock = new SettableClock(QueryService.NOW);
  private final History history = new History(clock);
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);

  private @Nullable EventWriter writer;

  @AfterEach
  void stop() {
    if (writer != null) {
      writer.close();
    }
  }

  @Test
  void waitsForTheTablesOfTheCommandSide(CapturedOutput output) throws Exception {
    try (var starter = Executors.newVirtualThreadPerTaskExecutor()) {
      var starting = starter.submit(() -> QueryService.start(database, clock, Map.of()));
      await().until(() -> output.getAll().contains("Waiting for the event store's tables"));
      assertThat(starting).isNotDone();

      append(history.events());

      try (var service = starting.get(60, TimeUnit.SECONDS)) {
        await().until(() -> service.find(new FindBusiness(salon), BusinessView.class).isPresent());
      }
    }
  }

  @Test
  void projectsWhatAnotherProcessAppendedBeforeAndAfterItsStart() {
    append(history.events());
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> service.find(new FindBusiness(salon), BusinessView.class).isPresent());
      var booking = history.book(slot(0), HALF_HOUR);

      var started = System.nanoTime();
      append(history.events().subList(1, history.events().size()));
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(
              () ->
                  service
                      .find(new FindBooking(booking), BookingView.class)
                      .filter(view -> view.status() == BookingStatus.CONFIRMED)
                      .isPresent());

      log.info("A booking was visible after {} ms", (System.nanoTime() - started) / 1_000_000);
    }
  }

  @Test
  void goesOnFromItsTokenAfterARestart() {
    history.book(slot(0), HALF_HOUR);
    append(history.events());
    long position;
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> position(service, "bookings").isPresent());
      await().until(() -> service.tables().size() == 3);
      await().until(() -> position(service, "bookings").orElse(0L) == history.events().size());
      position = position(service, "bookings").orElseThrow();
      // What is gone would only come back if the events were read from the beginning again.
      service.jdbc().sql("TRUNCATE query.booking").update();
    }
    int before = history.events().size();
    var later = history.book(slot(1), HALF_HOUR);
    append(history.events().subList(before, history.events().size()));
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> service.find(new FindBooking(later), BookingView.class).isPresent());

      assertThat(
              service.jdbc().sql("SELECT count(*) FROM query.booking").query(Long.class).single())
          .isEqualTo(1);
      assertThat(position(service, "bookings").orElseThrow()).isGreaterThan(position);
    }
  }

  @Test
  void stopsAtAnEventThatItDoesNotKnowUntilThatIsGone() {
    append(history.events());
    database.execute(
        """
        INSERT INTO command.DomainEventEntry
               (eventIdentifier, aggregateIdentifier, sequenceNumber, type, timeStamp, payloadType,
                payloadRevision, payload, metaData)
        SELECT 'unknown', 'bkg_unknown', 0, 'Booking', timeStamp, 'booking.teleported', '1',
               payload, metaData
          FROM command.DomainEventEntry
        """);
    int before = history.events().size();
    var booking = history.book(slot(0), HALF_HOUR);
    append(history.events().subList(before, history.events().size()));
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> processor(service, "bookings").isError());
      await().until(() -> position(service, "slots").orElse(0L) > 2);
      assertThat(position(service, "bookings").orElse(0L)).isLessThan(2);
      for (var name : new String[] {"businesses", "slots", "notifications"}) {
        assertThat(processor(service, name).isError()).isFalse();
      }
      assertThat(service.find(new FindBooking(booking), BookingView.class)).isEmpty();

      database.execute("DELETE FROM command.DomainEventEntry WHERE eventIdentifier = 'unknown'");
      await().until(() -> service.find(new FindBooking(booking), BookingView.class).isPresent());
    }
  }

  @Test
  void movesTablesAndTokenTogetherOrNotAtAll(CapturedOutput output) {
    for (int i = 0; i < 50; i++) {
      history.reserve(slot(i), HALF_HOUR, history.ids().newBookingId(), QueryService.NOW);
    }
    int known = history.events().size();
    history.reserve(slot(100), HALF_HOUR, history.ids().newBookingId(), QueryService.NOW);
    append(history.events());
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> service.tables().size() == 1 + 51);
    }
    // As if the database were in trouble with the last of them, after a start from nothing.
    database.execute("TRUNCATE query.slot");
    database.execute("DELETE FROM query.TokenEntry");
    Trouble.with(database, "slot", "slot_id", slot(100).toString(), "40001");
    try (var service = QueryService.start(database, clock, Map.of())) {
      await().until(() -> output.getAll().contains(Trouble.SAID));

      // The first event is the business's, which is none of this projection's.
      long rows = service.jdbc().sql("SELECT count(*) FROM query.slot").query(Long.class).single();
      long position = position(service, "slots").orElse(0L);
      assertThat(rows).isEqualTo(Math.max(0, position - 1));
      assertThat(position).isLessThanOrEqualTo(known);
      assertThat(
              service
                  .jdbc()
                  .sql("SELECT count(*) FROM query.DeadLetterEntry")
                  .query(Long.class)
                  .single())
          .isZero();

      Trouble.over(database, "slot");
      await().until(() -> service.tables().size() == 1 + 51);
    }
  }

  private void append(List<? extends DomainEventMessage<?>> events) {
    var open = writer;
    if (open == null) {
      EventWriter.migrate(database);
      open = EventWriter.start(database);
      writer = open;
    }
    open.append(events);
  }

  private SlotId slot(int number) {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(number + 1)));
  }

  private static PooledStreamingEventProcessor processor(QueryService service, String name) {
    return service
        .context()
        .getBean(EventProcessingConfiguration.class)
        .eventProcessor(name, PooledStreamingEventProcessor.class)
        .orElseThrow();
  }

  private static Optional<Long> position(QueryService service, String name) {
    var transactions =
        new TransactionTemplate(service.context().getBean(PlatformTransactionManager.class));
    return Optional.ofNullable(
            transactions.execute(
                status -> service.context().getBean(TokenStore.class).fetchToken(name, 0)))
        .map(TrackingToken::position)
        .flatMap(found -> found.isPresent() ? Optional.of(found.getAsLong()) : Optional.empty());
  }
}
