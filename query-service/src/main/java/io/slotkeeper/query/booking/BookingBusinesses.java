package io.slotkeeper.query.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.platform.security.BookingOwners;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose bookings are whose, as the projection knows it. */
@Component
class BookingBusinesses implements BookingOwners {
  private final BookingTable table;

  BookingBusinesses(BookingTable table) {
    this.table = table;
  }

  @Override
  public Optional<BusinessId> businessOf(BookingId bookingId) {
    return table.businessOf(bookingId);
  }
}
