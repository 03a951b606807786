package io.slotkeeper.query;

import static org.awaitility.Awaitility.await;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A salon whose events are appended by one process and followed by the service in another. */
public abstract class ProjectionsAtWork {
  protected static final Duration HALF_HOUR = Duration.ofMinutes(30);
  protected static final Duration PATIENCE = Duration.ofSeconds(60);

  protected final TestDatabase database = EventWriter.freshDatabase();
  protected final SettableClock clock = new SettableClock(QueryService.NOW);
  protected final History history = new History(clock);
  protected final ResourceId chair = history.newResource();
  protected final BusinessId salon = history.salon(chair);

  protected QueryService service;
  protected Http admin;

  private EventWriter writer;
  private int appended;
  private int slots;

  @BeforeEach
  void begin() {
    writer = EventWriter.start(database);
    append();
    start(settings());
  }

  @AfterEach
  void end() {
    service.close();
    writer.close();
  }

  /** What the service of each test is started with. */
  protected Map<String, Object> settings() {
    return Map.of();
  }

  /** Starts the service, after it was closed. */
  protected final void start(Map<String, Object> settings) {
    service = QueryService.start(database, clock, settings);
    admin = new Http(service, "admin-of-the-tests");
  }

  /** Books so many slots that nobody has, and appends all that is new; the last booking. */
  protected final BookingId book(int times) {
    BookingId last = null;
    for (int i = 0; i < times; i++) {
      last = history.book(slot(), HALF_HOUR);
    }
    append();
    return Objects.requireNonNull(last);
  }

  /** A slot that nobody has. */
  protected final SlotId slot() {
    return new SlotId(salon, chair, QueryService.NOW.plus(HALF_HOUR.multipliedBy(++slots)));
  }

  /** Appends what the history has gained. */
  protected final void append() {
    List<DomainEventMessage<?>> all = history.events();
    writer.append(all.subList(appended, all.size()));
    appended = all.size();
  }

  protected final void awaitCaughtUp() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                    .get("/api/admin/projections")
                    .body()
                    .path("projections")
                    .valueStream()
                    .allMatch(projection -> projection.path("caughtUp").asBoolean()));
  }

  /** How many rows there are of what follows FROM. */
  protected final long count(String what) {
    return service.jdbc().sql("SELECT count(*) FROM " + what).query(Long.class).single();
  }
}
