package io.slotkeeper.query.example;

import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.RowTable;
import java.time.Instant;

/** Keeps how long customers wait for an answer. */
class WaitProjection implements Projection<BookingEvent, WaitRow> {
  @Override
  public String name() {
    return "waits";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<BookingEvent> events() {
    return BookingEvent.class;
  }

  @Override
  public RowTable<WaitRow> table() {
    return WaitTable.ROWS;
  }

  @Override
  public WaitRow begin(BookingEvent event, long version, Instant at) {
    if (event instanceof BookingRequested asked) {
      return new WaitRow(asked.bookingId(), asked.businessId(), at, null, version);
    }
    throw new ReadModelOutOfStep(event.bookingId(), version);
  }

  @Override
  public WaitRow after(WaitRow row, BookingEvent event, long version, Instant at) {
    return switch (event) {
      case BookingRequested e -> begin(e, version, at);
      case BookingConfirmed e -> row.over(at, version);
      case BookingRejected e -> row.over(at, version);
      case BookingExpired e -> row.over(at, version);
      case BookingCancelled e -> row.over(at, version);
      case BookingRescheduled e ->
          e.status().equals("PENDING") ? row.askedAgain(at, version) : row.over(at, version);
      case BookingCompleted e -> row.over(at, version);
      case BookingMarkedNoShow e -> row.over(at, version);
    };
  }
}
