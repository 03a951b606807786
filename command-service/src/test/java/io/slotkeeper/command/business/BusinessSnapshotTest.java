package io.slotkeeper.command.business;

import static io.slotkeeper.command.business.BusinessHistories.HOLIDAY_ADDED;
import static io.slotkeeper.command.business.BusinessHistories.REGISTERED;
import static io.slotkeeper.command.node.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.EventCatalog;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.ResumeBusiness;
import io.slotkeeper.api.business.BusinessCommand.SuspendBusiness;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ClosureRemoved;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.command.node.Node;
import io.slotkeeper.command.node.Shop;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BusinessSnapshotTest {

  private static final List<Integer> LENGTHS = List.of(10, 100, 1000, 5000);

  private static final String[] PATHS = {
    "/businessId",
    "/state/apiKeyHash",
    "/state/businessId",
    "/state/calendarKeyHash",
    "/state/closures/*/closureId",
    "/state/closures/*/from",
    "/state/closures/*/reason",
    "/state/closures/*/to",
    "/state/locale",
    "/state/name",
    "/state/openingHours/*/*/from",
    "/state/openingHours/*/*/to",
    "/state/policy/approval",
    "/state/policy/approvalWindow",
    "/state/policy/cancellationCutOff",
    "/state/policy/horizonDays",
    "/state/policy/minimumNotice",
    "/state/policy/reminders/*",
    "/state/policy/slotLength",
    "/state/resources/*/name",
    "/state/resources/*/resourceId",
    "/state/resources/*/retired",
    "/state/specialHours/*",
    "/state/status",
    "/state/timeZone",
    "/state/whatsappNumber",
  };

  private final Node node = Node.start(TestPostgres.freshDatabase(), new SettableClock(NOW));
  private final EventStorageEngine engine = node.bean(EventStorageEngine.class);
  private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
  private @Nullable String lastClosure;

  @AfterEach
  void stop() {
    node.close();
  }

  /** What it takes is printed; docs/scaling.md has the numbers. */
  @Test
  void decidesByASnapshotAsByAllEvents() {
    for (int length : LENGTHS) {
      BusinessId id = openWith(length);

      Duration byEvents = timed(() -> node.send(new SuspendBusiness(id)));
      boolean isLong = length >= BusinessSnapshots.THRESHOLD;
      assertThat(snapshots(id)).hasSize(isLong ? 1 : 0);
      Duration bySnapshot = timed(() -> node.send(new ResumeBusiness(id)));
      node.send(new SuspendBusiness(id));

      assertThat(new Businesses(engine).current(id)).contains(byAllEvents(id));
      Duration cold = timed(() -> new Businesses(engine).current(id));
      Duration all = timed(() -> byAllEvents(id));
      System.out.printf(
          "A business of %d events: a command by events %s, by snapshot %s; read by events %s, by"
              + " snapshot %s%n",
          length, byEvents, bySnapshot, all, cold);
    }
  }

  @Test
  void ignoresASnapshotOfAnotherRevisionAndReplacesIt() {
    BusinessId id = openWith(BusinessSnapshots.THRESHOLD);
    node.send(new SuspendBusiness(id));
    jdbc.update("UPDATE command.SnapshotEventEntry SET payloadRevision = '0', payload = '{}'");

    assertThat(new Businesses(engine).current(id)).contains(byAllEvents(id));
    node.send(new ResumeBusiness(id));

    assertThat(new Businesses(engine).current(id)).contains(byAllEvents(id));
    assertThat(snapshots(id)).containsExactly("1");
  }

  @Test
  void goesOnWhereASnapshotCannotBeRead() {
    BusinessId id = openWith(BusinessSnapshots.THRESHOLD);
    node.send(new SuspendBusiness(id));
    jdbc.update("UPDATE command.SnapshotEventEntry SET payload = '['");

    node.send(new ResumeBusiness(id));

    assertThat(new Businesses(engine).current(id)).contains(byAllEvents(id));
  }

  /** If this changes, raise the revision of {@link Business} before you change it here. */
  @Test
  void keepsWhatItsRevisionSays() {
    var business = new Business();
    business.on(REGISTERED);
    business.on(HOLIDAY_ADDED);
    business.on(
        new BusinessEvent.SpecialHoursSet(REGISTERED.businessId(), "2026-06-05", List.of()));
    var serialized = node.bean(Serializer.class).serialize(business, String.class);

    assertThat(serialized.getType().getRevision()).isEqualTo("1");
    var paths = new TreeSet<String>();
    collect(JsonMapper.shared().readTree(serialized.getData()), "", paths);
    assertThat(paths).containsExactly(PATHS);
  }

  /** Or an older node would read from a snapshot what it would refuse to read from an event. */
  @Test
  void hasAnotherRevisionForEveryEventThatItFolds() {
    var folded =
        EventCatalog.entries().stream()
            .filter(entry -> BusinessEvent.class.isAssignableFrom(entry.type()))
            .map(entry -> entry.name() + " " + entry.revision());

    assertThat(folded)
        .as("of revision 1")
        .containsExactlyInAnyOrder(
            "business.api-key-rotated 1",
            "business.booking-policy-set 1",
            "business.calendar-link-rotated 1",
            "business.closed 1",
            "business.closure-added 1",
            "business.closure-removed 1",
            "business.opening-hours-set 1",
            "business.profile-changed 1",
            "business.registered 1",
            "business.resource-added 1",
            "business.resource-renamed 1",
            "business.resource-retired 1",
            "business.resumed 1",
            "business.special-hours-cleared 1",
            "business.special-hours-set 1",
            "business.suspended 1");
  }

  private static void collect(JsonNode node, String path, Set<String> paths) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(each -> collect(each.getValue(), path + "/" + named(each.getKey()), paths));
    } else if (node.isArray() && !node.isEmpty()) {
      node.forEach(each -> collect(each, path + "/*", paths));
    } else {
      paths.add(path);
    }
  }

  private static String named(String key) {
    return key.contains("_") || key.contains("-") || key.equals(key.toUpperCase(Locale.ROOT))
        ? "*"
        : key;
  }

  private BusinessId openWith(int events) {
    BusinessId id = Shop.open(node, Approval.MANUAL).businessId();
    List<DomainEventMessage<?>> closures = new ArrayList<>();
    for (int sequence = 1; sequence < events; sequence++) {
      closures.add(
          new GenericDomainEventMessage<>("Business", id.value(), sequence, closure(id, sequence)));
    }
    engine.appendEvents(closures);
    return id;
  }

  /** Each is taken back again: much history, and little state. */
  private BusinessEvent closure(BusinessId id, int sequence) {
    String last = lastClosure;
    if (sequence % 2 == 0 && last != null) {
      return new ClosureRemoved(id.value(), last);
    }
    String added = node.bean(Ids.class).newClosureId().value();
    lastClosure = added;
    return new ClosureAdded(
        id.value(), added, "2026-06-02T00:00", "2026-06-04T00:00", null, "Holiday");
  }

  private BusinessState byAllEvents(BusinessId id) {
    return Objects.requireNonNull(
        BusinessState.of(
            engine
                .readEvents(id.value(), 0)
                .asStream()
                .map(message -> (BusinessEvent) message.getPayload())
                .toList()));
  }

  private List<String> snapshots(BusinessId id) {
    return node.column(
        "SELECT payloadRevision FROM command.SnapshotEventEntry WHERE aggregateIdentifier = '%s'"
            .formatted(id.value()));
  }

  private static Duration timed(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
