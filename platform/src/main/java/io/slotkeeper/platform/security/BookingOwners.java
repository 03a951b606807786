package io.slotkeeper.platform.security;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import java.util.Optional;

/** Whose booking is whose. Each service answers from what it has. */
@FunctionalInterface
public interface BookingOwners {
  /** The business that was booked; empty where there is no such booking. */
  Optional<BusinessId> businessOf(BookingId bookingId);
}
