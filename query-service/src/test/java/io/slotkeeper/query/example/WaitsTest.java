package io.slotkeeper.query.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WaitsTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final String FIRST = "classpath:db/query-service,classpath:db/example";
  private static final String SECOND = FIRST + ",classpath:db/example-second";

  private final TestDatabase database = database();
  private final SettableClock clock = new SettableClock(QueryService.NOW);
  private final History history = new History(clock);
  private final ResourceId chair = history.newResource();
  private final BusinessId salon = history.salon(chair);

  @Test
  void saysWhoStillWaits() {
    var first = history.request(slot(0), HALF_HOUR);
    clock.set(clock.instant().plus(Duration.ofMinutes(5)));
    history.book(slot(1), HALF_HOUR);
    var second = history.request(slot(2), HALF_HOUR);

    try (var service = start(new WaitProjection(), FIRST)) {
      service.feed(history.events());

      assertThat(new WaitTable(service.jdbc()).waiting(salon))
          .extracting(WaitRow::id)
          .containsExactly(first.value(), second.value());
    }
  }

  @Test
  void endsInTheSameTableHoweverEventsAreBatchedAndRepeated() {
    var random = new Random(20261124);
    try (var service = start(new WaitProjection(), FIRST)) {
      for (int story = 0; story < 20; story++) {
        var events = story(random);
        clear(service);
        service.feed(events);
        var expected = rows(service);
        service.feed(events);
        assertThat(rows(service)).isEqualTo(expected);
        clear(service);

        var position = 0;
        while (position < events.size()) {
          int end = position + 1 + random.nextInt(events.size() - position);
          service.feed(repeated(events.subList(position, end), random));
          position = random.nextInt(3) == 0 ? random.nextInt(end) : end;
        }

        assertThat(rows(service)).isEqualTo(expected).isNotEmpty();
      }
    }
  }

  @Test
  void isRebuiltByItselfWhenItsVersionIsRaised() {
    var booking = history.request(slot(0), HALF_HOUR);
    clock.set(clock.instant().plusSeconds(90));
    history.add(new BookingConfirmed(booking.value(), salon.value()));
    try (var writer = EventWriter.start(database)) {
      writer.append(history.events());
    }
    try (var service = start(new WaitProjection(), FIRST)) {
      await().until(() -> view(service).path("caughtUp").asBoolean());
      assertThat(view(service).path("servedVersion").asInt()).isEqualTo(1);
      assertThat(rows(service)).hasSize(1);
    }

    try (var service = start(new TimedWaitProjection(), SECOND)) {
      await().until(() -> view(service).path("servedVersion").asInt() == 2);

      assertThat(view(service).path("rebuild").path("state").asString()).isEqualTo("DONE");
      assertThat(service.jdbc().sql("SELECT seconds FROM query.wait").query(Long.class).list())
          .containsExactly(90L);
    }
  }

  private List<DomainEventMessage<?>> story(Random random) {
    int before = history.events().size();
    for (int i = 0; i < 10; i++) {
      var booking = history.request(slot(i), HALF_HOUR).value();
      clock.set(clock.instant().plusSeconds(random.nextInt(1, 600)));
      switch (random.nextInt(4)) {
        case 0 -> history.add(new BookingConfirmed(booking, salon.value()));
        case 1 -> history.add(new BookingRejected(booking, salon.value(), null));
        case 2 -> history.add(new BookingExpired(booking, salon.value()));
        default -> {}
      }
      if (random.nextBoolean()) {
        history.add(new BookingCancelled(booking, salon.value(), "CUSTOMER", null));
      }
    }
    return history.events().subList(before, history.events().size());
  }

  /** Every event twice, and after the last of them some from the beginning again. */
  private static List<DomainEventMessage<?>> repeated(
      List<DomainEventMessage<?>> events, Random random) {
    var again = events.subList(0, random.nextInt(events.size() + 1));
    var twice = events.stream().<DomainEventMessage<?>>flatMap(e -> Stream.of(e, e));
    return Stream.concat(twice, again.stream()).toList();
  }

  private SlotId slot(int number) {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(number)));
  }

  private QueryService start(Projection<?, ?> projection, String migrations) {
    return QueryService.start(
        database,
        clock,
        Map.of("spring.flyway.locations", migrations),
        context -> context.getBeanFactory().registerSingleton("waits", projection));
  }

  private static void clear(QueryService service) {
    service.jdbc().sql("TRUNCATE query.wait").update();
  }

  private static List<String> rows(QueryService service) {
    return service
        .jdbc()
        .sql("SELECT w::text FROM query.wait w ORDER BY 1")
        .query(String.class)
        .list();
  }

  private static JsonNode view(QueryService service) {
    return new Http(service, "admin-of-the-tests").get("/api/admin/projections/waits").body();
  }

  private static TestDatabase database() {
    var database = TestPostgres.freshDatabase();
    EventWriter.migrate(database);
    return database;
  }
}
