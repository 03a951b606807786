package io.slotkeeper.command.booking;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** Who has booked, read without a lock: it never changes. */
@Component
public class BookingCustomers {

  private final EventStorageEngine events;

  BookingCustomers(EventStorageEngine events) {
    this.events = events;
  }

  /** The customer of a booking; empty where there is no such booking. */
  public Optional<BookingCustomer> of(BookingId bookingId) {
    var stream = events.readEvents(bookingId.value(), 0);
    return stream.hasNext() && stream.next().getPayload() instanceof BookingRequested e
        ? Optional.of(
            new BookingCustomer(
                new CustomerId(e.customerId()), e.customerName(), e.customerPhone()))
        : Optional.empty();
  }
}
