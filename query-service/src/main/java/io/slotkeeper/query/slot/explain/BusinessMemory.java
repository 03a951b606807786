package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.query.events.StoredEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A business as its events left it, and which of them set what. */
record BusinessMemory(BusinessState state, List<StoredEvent<BusinessEvent>> events) {

  static Optional<BusinessMemory> of(List<StoredEvent<BusinessEvent>> events) {
    return Optional.ofNullable(BusinessState.of(events.stream().map(StoredEvent::event).toList()))
        .map(state -> new BusinessMemory(state, events));
  }

  /** What ended its taking of bookings. */
  StoredEvent<BusinessEvent> end() {
    return last(event -> event instanceof BusinessSuspended || event instanceof BusinessClosed);
  }

  StoredEvent<BusinessEvent> policy() {
    return last(event -> event instanceof BookingPolicySet || event instanceof BusinessRegistered);
  }

  /** Where the hours of a date come from. */
  StoredEvent<BusinessEvent> hoursOn(LocalDate date) {
    return state.specialHours().containsKey(date)
        ? last(event -> event instanceof SpecialHoursSet set && isOn(date, set))
        : last(event -> event instanceof OpeningHoursSet || event instanceof BusinessRegistered);
  }

  StoredEvent<BusinessEvent> addition(ClosureId id) {
    return last(event -> event instanceof ClosureAdded e && e.closureId().equals(id.value()));
  }

  StoredEvent<BusinessEvent> retirement(ResourceId id) {
    return last(event -> event instanceof ResourceRetired e && e.resourceId().equals(id.value()));
  }

  private static boolean isOn(LocalDate date, SpecialHoursSet set) {
    return LocalDate.parse(set.date()).equals(date);
  }

  private StoredEvent<BusinessEvent> last(Predicate<BusinessEvent> wanted) {
    return events.reversed().stream()
        .filter(stored -> wanted.test(stored.event()))
        .findFirst()
        .orElseThrow();
  }
}
