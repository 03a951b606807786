package io.slotkeeper.query.booking;

import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.RowTable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Keeps each booking as its last event left it. */
@Component
class BookingProjection implements Projection<BookingEvent, BookingRow> {
  @Override
  public String name() {
    return "bookings";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Class<BookingEvent> events() {
    return BookingEvent.class;
  }

  @Override
  public RowTable<BookingRow> table() {
    return BookingTable.ROWS;
  }

  @Override
  public BookingRow begin(BookingEvent event, long version, Instant at) {
    if (event instanceof BookingRequested requested) {
      return BookingRow.begin(requested, at, version);
    }
    throw new ReadModelOutOfStep(event.bookingId(), version);
  }

  @Override
  public BookingRow after(BookingRow row, BookingEvent event, long version, Instant at) {
    return row.after(event, at, version);
  }
}
