package io.slotkeeper.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingQuery.FindBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.business.BusinessQuery.FindBusiness;
import io.slotkeeper.api.business.BusinessView;
import io.slotkeeper.query.EventWriter;
import io.slotkeeper.query.History;
import io.slotkeeper.query.Http;
import io.slotkeeper.query.QueryService;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.Volume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

class RebuildUnderLoadTest {
  private static final Logger log = LoggerFactory.getLogger(RebuildUnderLoadTest.class);
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int BOOKINGS = Volume.of(5_000, 25_000);
  private static final int AT_ONCE = 2_500;
  private static final List<String> ALL =
      List.of("bookings", "businesses", "notifications", "slots");

  private final TestDatabase database = EventWriter.freshDatabase();
  private final SettableClock clock = new SettableClock(QueryService.NOW);
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void neverFailsOrMisleadsAReaderWhileEventsAreReplayed() throws Exception {
    try (var writer = EventWriter.start(database)) {
      var history = new History(clock);
      var chair = history.newResource();
      var salon = history.salon(chair);
      var bookings = new ArrayList<BookingId>();
      int appended = 0;
      for (int i = 0; i < BOOKINGS; i++) {
        bookings.add(history.book(slot(salon, chair, i), HALF_HOUR));
        if (i % AT_ONCE == AT_ONCE - 1) {
          appended = append(writer, history, appended);
        }
      }
      assertThat(appended).isGreaterThan(4 * BOOKINGS);
      try (var service = QueryService.start(database, clock, Map.of());
          var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var admin = new Http(service, "admin-of-the-tests");
        await().atMost(PATIENCE).until(() -> caughtUp(admin));
        int begin = appended;
        var writing = threads.submit(() -> write(writer, history, salon, chair, begin));
        var reading = new ArrayList<Future<Integer>>();
        for (int i = 0; i < 4; i++) {
          var random = new Random(i);
          reading.add(threads.submit(read(service, salon, bookings, random)));
        }

        ALL.forEach(
            name -> assertThat(admin.post(path(name) + "/rebuild").status()).isEqualTo(202));
        for (var name : ALL) {
          await().atMost(PATIENCE).until(() -> rebuild(admin, name).has("endedAt"));
          var rebuild = rebuild(admin, name);
          assertThat(rebuild.path("state").asString())
              .as(rebuild.path("reason").asString())
              .isEqualTo("DONE");
        }

        over.set(true);
        int reads = 0;
        for (var each : reading) {
          reads += each.get();
        }
        var later = writing.get();
        log.info("{} reads and {} bookings went on meanwhile", reads, later.size());
        assertThat(later).isNotEmpty();
        await().atMost(PATIENCE).until(() -> caughtUp(admin));
        for (var booking : later) {
          assertThat(service.find(new FindBooking(booking), BookingView.class)).isPresent();
        }
        assertThat(
                service
                    .jdbc()
                    .sql("SELECT count(*) FROM query.booking")
                    .query(Integer.class)
                    .single())
            .isEqualTo(BOOKINGS + later.size());
      }
    }
  }

  private List<BookingId> write(
      EventWriter writer, History history, BusinessId salon, ResourceId chair, int appended) {
    var later = new ArrayList<BookingId>();
    int end = appended;
    while (!over.get()) {
      later.add(history.book(slot(salon, chair, BOOKINGS + later.size()), HALF_HOUR));
      end = append(writer, history, end);
    }
    return later;
  }

  private Callable<Integer> read(
      QueryService service, BusinessId salon, List<BookingId> bookings, Random random) {
    return () -> {
      int reads = 0;
      while (!over.get()) {
        var booking = bookings.get(random.nextInt(bookings.size()));
        assertThat(service.find(new FindBooking(booking), BookingView.class))
            .hasValueSatisfying(
                view -> assertThat(view.status()).isEqualTo(BookingStatus.CONFIRMED));
        assertThat(service.find(new FindBusiness(salon), BusinessView.class)).isPresent();
        reads += 2;
      }
      return reads;
    };
  }

  private static int append(EventWriter writer, History history, int appended) {
    List<DomainEventMessage<?>> all = history.events();
    writer.append(all.subList(appended, all.size()));
    return all.size();
  }

  private static boolean caughtUp(Http admin) {
    return admin
        .get("/api/admin/projections")
        .body()
        .path("projections")
        .valueStream()
        .allMatch(projection -> projection.path("caughtUp").asBoolean());
  }

  private static JsonNode rebuild(Http admin, String name) {
    return admin.get(path(name)).body().path("rebuild");
  }

  private static String path(String name) {
    return "/api/admin/projections/" + name;
  }

  private static SlotId slot(BusinessId salon, ResourceId chair, int number) {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(number + 1)));
  }
}
