package io.slotkeeper.command.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.command.LeastRecentlyUsed;
import io.slotkeeper.platform.security.BookingOwners;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * Where each booking is, read without a lock. Its business never changes; its slot may have changed
 * a moment ago, so whoever relies on it looks again once the booking is locked.
 */
@Component
class BookingIndex implements BookingOwners {

  private static final int REMEMBERED = 50_000;

  /** Not the event store: that would also show what this transaction may still roll back. */
  private final EventStorageEngine events;

  private final Map<BookingId, SlotId> slots = LeastRecentlyUsed.map(REMEMBERED);

  BookingIndex(EventStorageEngine events) {
    this.events = events;
  }

  @Override
  public Optional<BusinessId> businessOf(BookingId bookingId) {
    return slotOf(bookingId).map(SlotId::businessId);
  }

  /** The slot of a booking, or one that it had; empty where there is no such booking. */
  Optional<SlotId> slotOf(BookingId bookingId) {
    var remembered = slots.get(bookingId);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    var found = read(bookingId);
    found.ifPresent(slotId -> slots.put(bookingId, slotId));
    return found;
  }

  /** Looks again the next time. */
  void forget(BookingId bookingId) {
    slots.remove(bookingId);
  }

  private Optional<SlotId> read(BookingId bookingId) {
    return events
        .readEvents(bookingId.value(), 0)
        .asStream()
        .flatMap(
            message ->
                switch (message.getPayload()) {
                  case BookingRequested e -> Optional.of(e.slotId()).stream();
                  case BookingRescheduled e -> Optional.of(e.slotId()).stream();
                  default -> Optional.<String>empty().stream();
                })
        .reduce((earlier, later) -> later)
        .map(SlotId::parse);
  }
}
