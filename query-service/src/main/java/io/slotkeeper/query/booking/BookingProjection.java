package io.slotkeeper.query.booking;

import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.stereotype.Component;

/** Keeps each booking as its last event left it. */
@Component
@ProcessingGroup("bookings")
class BookingProjection {
  private final BookingTable table;

  BookingProjection(BookingTable table) {
    this.table = table;
  }

  @EventHandler
  void on(BookingEvent event, @SequenceNumber long version, @Timestamp Instant at) {
    var id = event.bookingId();
    switch (event) {
      case BookingRequested e -> table.save(e, at, version);
      case BookingConfirmed e -> table.save(id, BookingStatus.CONFIRMED, version);
      case BookingRejected e -> table.save(id, BookingStatus.REJECTED, null, e.reason(), version);
      case BookingExpired e -> table.save(id, BookingStatus.EXPIRED, version);
      case BookingCancelled e ->
          table.save(id, BookingStatus.CANCELLED, e.by(), e.reason(), version);
      case BookingRescheduled e -> table.save(e, version);
      case BookingCompleted e -> table.save(id, BookingStatus.COMPLETED, version);
      case BookingMarkedNoShow e -> table.save(id, BookingStatus.NO_SHOW, version);
    }
  }
}
