package io.slotkeeper.command.node;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingReceipt;
import io.slotkeeper.api.business.BusinessCommand;
import io.slotkeeper.api.slot.SlotCommand;
import io.slotkeeper.command.Commands;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.testing.TestDatabase;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One node of the command service without its web edge. */
public final class Node implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Node start(TestDatabase database, Clock clock) {
    return start(database, clock, starting -> {});
  }

  /**
   * Starts with other beans in place of its own. Tasks do not run unless a test asks for them,
   * since most tests move the clock and would meet deadlines that they do not expect.
   */
  public static Node start(
      TestDatabase database, Clock clock, Consumer<GenericApplicationContext> neighbours) {
    return start(
        database,
        clock,
        Map.of(),
        context -> {
          context.registerBean(DbSchedulerStarter.class, () -> () -> {});
          neighbours.accept(context);
        });
  }

  /** Starts a node that runs its tasks. */
  public static Node startWithTasks(TestDatabase database, Clock clock, Map<String, ?> more) {
    return start(database, clock, more, context -> {});
  }

  private static Node start(
      TestDatabase database,
      Clock clock,
      Map<String, ?> more,
      Consumer<GenericApplicationContext> neighbours) {
    Map<String, Object> settings = new HashMap<>(database.springProperties());
    // Nodes of one JVM would take each other's segments for their own.
    settings.put("slotkeeper.event-store.node-id", "node-" + NUMBERS.incrementAndGet());
    settings.putAll(more);
    settings.put("spring.config.name", "command-service");
    settings.put("spring.main.banner-mode", "off");
    settings.put("logging.level.root", "warn");
    ApplicationContextInitializer<GenericApplicationContext> clocks =
        context -> {
          context.registerBean("clock", Clock.class, () -> clock);
          neighbours.accept(context);
        };
    return new Node(
        new SpringApplicationBuilder(NodeApplication.class)
            .web(WebApplicationType.NONE)
            .initializers(clocks)
            .run(
                settings.entrySet().stream()
                    .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()))
                    .toArray(String[]::new)));
  }

  public long send(BusinessCommand command) {
    return send(command, null);
  }

  public long send(BusinessCommand command, @Nullable Long expectedVersion) {
    return asTest(() -> bean(Commands.class).send(command, expectedVersion));
  }

  public BookingReceipt send(BookingCommand command) {
    return send(command, null);
  }

  public BookingReceipt send(BookingCommand command, @Nullable Long expectedVersion) {
    return asTest(() -> bean(Commands.class).send(command, expectedVersion));
  }

  public long send(SlotCommand.ByOwner command) {
    return send(command, null);
  }

  public long send(SlotCommand.ByOwner command, @Nullable Long expectedVersion) {
    return asTest(() -> bean(Commands.class).send(command, expectedVersion));
  }

  /** Does what sends commands as a test, since every event needs an origin. */
  public static <T> T asTest(Supplier<T> work) {
    return CurrentOrigin.during(new Origin("admin", "http:POST /test", "test"), work);
  }

  public BookingId newBookingId() {
    return bean(Ids.class).newBookingId();
  }

  /** What happened to a booking, a slot or a business, oldest first. */
  public List<Object> events(Object id) {
    return bean(EventStore.class)
        .readEvents(id.toString())
        .asStream()
        .<Object>map(DomainEventMessage::getPayload)
        .toList();
  }

  /** The simple names of what happened. */
  public List<String> eventNames(Object id) {
    return events(id).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  /** The slots whose time is claimed. */
  public List<SlotId> claimedSlots() {
    return column("SELECT slot_id FROM command.slot_claim ORDER BY slot_id").stream()
        .map(SlotId::parse)
        .toList();
  }

  /** A column of text. */
  public List<String> column(String sql) {
    return bean(JdbcTemplate.class).query(sql, (row, number) -> row.getString(1));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
