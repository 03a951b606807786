package io.slotkeeper.command.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.command.ExpectedVersion;
import io.slotkeeper.command.slot.SlotTaking;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks bookings, each behind the slot that it holds. */
@Component
class BookingLocks {

  private final SlotTaking slots;
  private final Bookings bookings;
  private final BookingIndex index;

  BookingLocks(SlotTaking slots, Bookings bookings, BookingIndex index) {
    this.slots = slots;
    this.bookings = bookings;
    this.index = index;
  }

  /** Locks a booking whose slot is not needed. */
  void lock(BookingId bookingId, @Nullable Long expected) {
    slotOf(bookingId);
    bookings.lock(List.of(bookingId));
    ExpectedVersion.require(expected, bookings.receipt(bookingId).version());
  }

  /** Locks the slot that a booking holds, and the booking. */
  SlotId lockWithSlot(BookingId bookingId, @Nullable Long expected) {
    var slotId = slotOf(bookingId);
    slots.lock(slotId, bookingId);
    requireStillOn(slotId, bookingId, expected);
    return slotId;
  }

  /** The slot that a booking holds unless it moves before it is locked. */
  SlotId slotOf(BookingId bookingId) {
    return index.slotOf(bookingId).orElseThrow(Refused::notFound);
  }

  /** Makes sure that a booking, which nobody has locked, is where the index says. */
  void requireUnmoved(SlotId slotId, BookingId bookingId) {
    index.forget(bookingId);
    if (!slotOf(bookingId).equals(slotId)) {
      throw new ConcurrencyException("A booking had moved before it was to move");
    }
  }

  /** Makes sure that a booking, which is locked by now, did not move before. */
  void requireStillOn(SlotId slotId, BookingId bookingId, @Nullable Long expected) {
    var locked = bookings.receipt(bookingId);
    if (!locked.slotId().equals(slotId)) {
      index.forget(bookingId);
      throw new ConcurrencyException("A booking moved before it was locked");
    }
    ExpectedVersion.require(expected, locked.version());
  }
}
