package io.slotkeeper.command.business;

import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CLOSURE;
import static io.slotkeeper.command.node.Samples.KEY_HASH;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.register;
import static io.slotkeeper.command.node.Samples.resource;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BusinessCommand.RegisterBusiness;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.command.ExpectedVersion;
import io.slotkeeper.testing.SettableClock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** How the sample business came to its states. */
final class BusinessHistories {

  static final RegisterBusiness REGISTER = register(BUSINESS, 2, Approval.MANUAL);
  static final BusinessRegistered REGISTERED =
      new BusinessRegistered(
          BUSINESS.value(),
          "Test Salon",
          "Etc/UTC",
          "+34600000000",
          "en",
          List.of(
              new ResourceEntry(resource(1).value(), "Chair 1"),
              new ResourceEntry(resource(2).value(), "Chair 2")),
          EventEntries.plain(REGISTER.openingHours()),
          EventEntries.plain(REGISTER.policy()),
          KEY_HASH);
  static final BusinessSuspended SUSPENDED = new BusinessSuspended(BUSINESS.value());
  static final BusinessClosed CLOSED = new BusinessClosed(BUSINESS.value());
  static final Closure HOLIDAY =
      new Closure(
          CLOSURE,
          LocalDateTime.parse("2026-06-02T00:00"),
          LocalDateTime.parse("2026-06-04T00:00"),
          null,
          "Holiday");
  static final ClosureAdded HOLIDAY_ADDED =
      new ClosureAdded(
          BUSINESS.value(),
          CLOSURE.value(),
          "2026-06-02T00:00",
          "2026-06-04T00:00",
          null,
          "Holiday");

  private BusinessHistories() {}

  static FixtureConfiguration<Business> fixture() {
    return new AggregateTestFixture<>(Business.class)
        .registerInjectableResource(new SettableClock(NOW));
  }

  static Map<String, Object> expecting(long version) {
    return Map.of(ExpectedVersion.METADATA, version);
  }
}
