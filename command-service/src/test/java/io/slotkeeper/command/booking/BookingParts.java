package io.slotkeeper.command.booking;

import io.slotkeeper.command.SnapshotFreeRepository;
import io.slotkeeper.command.business.Businesses;
import io.slotkeeper.command.privacy.Customers;
import io.slotkeeper.command.slot.SlotHolders;
import io.slotkeeper.command.slot.SlotTaking;
import io.slotkeeper.platform.privacy.CustomerKeys;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** What decides about bookings, put together without Spring. */
public final class BookingParts {

  private final Bookings bookings;

  public BookingParts(Configuration axon, LockFactory locks) {
    this.bookings = new Bookings(new SnapshotFreeRepository<>(Booking.class, axon, locks));
  }

  public SlotHolders holders() {
    return bookings;
  }

  /** What handles commands. */
  public List<Object> desks(
      EventStorageEngine events,
      Businesses businesses,
      SlotTaking slots,
      Customers customers,
      CustomerKeys keys,
      Clock clock) {
    var index = new BookingIndex(events);
    var locks = new BookingLocks(slots, bookings, index);
    return List.of(
        new BookingDesk(businesses, slots, bookings, locks, customers, keys, clock),
        new RescheduleDesk(businesses, slots, bookings, locks, index, clock));
  }

  public static BookingCustomers customers(EventStorageEngine events) {
    return new BookingCustomers(events);
  }
}
