package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import java.util.Collection;

/** Those who hold slots. Bookings are; slots know them by this alone. */
public interface SlotHolders {

  /** Locks bookings in the one order; slots are locked before them. */
  void lock(Collection<BookingId> bookingIds);

  /** Ends a booking whose hold has lapsed. */
  void expire(BookingId bookingId);
}
