package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.PhoneNumber;
import java.util.List;

/** Finds bookings by whom they are for. */
@FunctionalInterface
public interface CustomerBookings {
  /** The live bookings of a customer. */
  List<BookingId> of(PhoneNumber customer);
}
