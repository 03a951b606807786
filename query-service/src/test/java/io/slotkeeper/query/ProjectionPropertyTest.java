package io.slotkeeper.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.timetable.OpeningRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.axonframework.eventhandling.DomainEventMessage;

class ProjectionPropertyTest {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private final QueryService service = QueryService.shared();

  /** However often a node dies after part of a batch, what it comes back to is the same. */
  @Property(tries = 30)
  void endsInTheSameTablesHoweverEventsAreBatchedAndRepeated(@ForAll long seed) {
    var random = new Random(seed);
    var events = story(random);
    clear();
    service.feed(events);
    var expected = service.tables();
    clear();

    int position = 0;
    while (position < events.size()) {
      int end = position + 1 + random.nextInt(events.size() - position);
      service.feed(repeated(events.subList(position, end), random));
      position = random.nextInt(3) == 0 ? random.nextInt(end) : end;
    }

    assertThat(service.tables()).isEqualTo(expected);
    // The whole history once more, with every event twice.
    service.feed(doubled(events));
    assertThat(service.tables()).isEqualTo(expected);
    // What a node that was taken for dead writes at last.
    service.feed(events.subList(0, random.nextInt(events.size())));
    assertThat(service.tables()).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(3);
  }

  /** Every event twice in its batch, and after the last of them some from its beginning again. */
  private static List<DomainEventMessage<?>> repeated(
      List<DomainEventMessage<?>> events, Random random) {
    var again = events.subList(0, random.nextInt(events.size() + 1));
    return Stream.of(doubled(events), again).<DomainEventMessage<?>>flatMap(List::stream).toList();
  }

  private static List<DomainEventMessage<?>> doubled(List<DomainEventMessage<?>> events) {
    return events.stream().<DomainEventMessage<?>>flatMap(e -> Stream.of(e, e)).toList();
  }

  private void clear() {
    service
        .jdbc()
        .sql("TRUNCATE query.business, query.slot, query.booking, query.notification")
        .update();
  }

  private List<DomainEventMessage<?>> story(Random random) {
    var history = service.history();
    var resource = history.newResource();
    var business = history.salon(resource);
    int steps = 5 + random.nextInt(30);
    for (int i = 0; i < steps; i++) {
      if (random.nextBoolean()) {
        change(history, business, resource, random);
      } else {
        book(history, new SlotId(business, resource, start(i)), random);
      }
    }
    // So that no story is without bookings and what was told, whatever chance has left out.
    var last = new SlotId(business, resource, start(1000));
    tell(history, last, history.book(last, HALF_HOUR), random);
    history.book(new SlotId(business, resource, start(1001)), HALF_HOUR);
    return history.events();
  }

  private static Instant start(int slot) {
    return QueryService.NOW.plus(HALF_HOUR.multipliedBy(slot));
  }

  private static void change(
      History history, BusinessId business, ResourceId resource, Random random) {
    var id = business.value();
    var ranges = EventEntries.plain(List.of(new OpeningRange("09:00", "13:30")));
    var closure = history.ids().newClosureId().value();
    var closed =
        new BusinessEvent.ClosureAdded(
            id, closure, "2026-12-24T00:00", "2026-12-27T00:00", null, "holidays");
    switch (random.nextInt(12)) {
      case 0 -> history.add(new BusinessEvent.OpeningHoursSet(id, Map.of("MONDAY", ranges)));
      case 1 -> history.add(closed);
      case 2 -> history.add(closed).add(new BusinessEvent.ClosureRemoved(id, closure));
      case 3 -> history.add(new BusinessEvent.SpecialHoursSet(id, "2026-12-06", ranges));
      case 4 -> history.add(new BusinessEvent.SpecialHoursCleared(id, "2026-12-06"));
      case 5 ->
          history.add(
              new BusinessEvent.ResourceAdded(id, history.newResource().value(), "Second chair"));
      case 6 -> history.add(new BusinessEvent.ResourceRenamed(id, resource.value(), "Old chair"));
      case 7 -> history.add(new BusinessEvent.ResourceRetired(id, resource.value()));
      case 8 ->
          history.add(
              new BusinessEvent.BookingPolicySet(id, EventEntries.plain(BookingPolicy.DEFAULT)));
      case 9 -> history.add(new BusinessEvent.ApiKeyRotated(id, "b".repeat(64)));
      case 10 ->
          history
              .add(new BusinessEvent.BusinessSuspended(id))
              .add(new BusinessEvent.BusinessResumed(id));
      default ->
          history.add(
              new BusinessEvent.BusinessProfileChanged(
                  id, "Peluquería", "America/New_York", "+34600111333", "en"));
    }
  }

  private static void book(History history, SlotId slot, Random random) {
    var business = slot.businessId().value();
    if (random.nextInt(4) == 0) {
      var resource = slot.resourceId().value();
      var end = slot.start().plus(HALF_HOUR);
      history
          .add(new SlotEvent.SlotBlocked(slot.toString(), business, resource, slot.start(), end))
          .add(new SlotEvent.SlotUnblocked(slot.toString()));
      return;
    }
    var booking =
        random.nextBoolean() ? history.book(slot, HALF_HOUR) : history.request(slot, HALF_HOUR);
    tell(history, slot, booking, random);
    finish(history, slot, booking, random);
  }

  private static void tell(History history, SlotId slot, BookingId booking, Random random) {
    var business = slot.businessId().value();
    var id = history.tell(booking, slot, NotificationKind.BOOKING_CONFIRMED).value();
    int tries = 1 + random.nextInt(3);
    for (int attempt = 1; attempt <= tries; attempt++) {
      history.add(new NotificationEvent.NotificationAttempted(id, business, attempt));
      if (attempt < tries) {
        history.add(new NotificationEvent.NotificationPostponed(id, business, "131016"));
      }
    }
    if (random.nextBoolean()) {
      history.add(new NotificationEvent.NotificationAccepted(id, business, "wamid.1"));
    }
    if (random.nextBoolean()) {
      history.add(new NotificationEvent.NotificationFailed(id, business, "131026", "no account"));
    }
    if (random.nextBoolean()) {
      history.add(new NotificationEvent.NotificationDelivered(id, business));
    }
    if (random.nextBoolean()) {
      history.add(new NotificationEvent.NotificationRead(id, business));
    }
  }

  private static void finish(History history, SlotId slot, BookingId booking, Random random) {
    var business = slot.businessId().value();
    var id = booking.value();
    var other =
        new SlotId(slot.businessId(), slot.resourceId(), slot.start().plus(Duration.ofDays(9)));
    switch (random.nextInt(7)) {
      case 0 -> history.add(new BookingEvent.BookingRejected(id, business, History.sealed("full")));
      case 1 ->
          history
              .add(new SlotEvent.SlotReleased(slot.toString(), id, "EXPIRED"))
              .add(new BookingEvent.BookingExpired(id, business));
      case 2 ->
          history
              .add(new SlotEvent.SlotReleased(slot.toString(), id, "CANCELLED"))
              .add(new BookingEvent.BookingCancelled(id, business, "CUSTOMER", null));
      case 3 -> {
        var until = slot.start();
        history.reserve(other, HALF_HOUR, booking, until);
        history
            .add(
                new BookingEvent.BookingRescheduled(
                    id,
                    business,
                    slot.toString(),
                    other.toString(),
                    other.resourceId().value(),
                    other.start(),
                    other.start().plus(HALF_HOUR),
                    "PENDING",
                    until,
                    "CUSTOMER"))
            .add(new SlotEvent.SlotReleased(slot.toString(), id, "RESCHEDULED"));
      }
      case 4 -> history.add(new BookingEvent.BookingCompleted(id, business));
      case 5 -> history.add(new BookingEvent.BookingMarkedNoShow(id, business));
      default -> {}
    }
  }
}
