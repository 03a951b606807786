package io.slotkeeper.query.booking.history;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingQuery.FindPastBooking;
import io.slotkeeper.api.booking.BookingView;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.query.booking.BookingRow;
import io.slotkeeper.query.events.EventStreams;
import io.slotkeeper.query.events.StoredEvent;
import io.slotkeeper.query.projection.Projection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what a booking was: its events up to then, by the clock and in the zone of then. */
@Component
class PastBookings {
  private final EventStreams events;
  private final Projection<BookingEvent, BookingRow> rules;
  private final CustomerKeys keys;

  PastBookings(EventStreams events, Projection<BookingEvent, BookingRow> rules, CustomerKeys keys) {
    this.events = events;
    this.rules = rules;
    this.keys = keys;
  }

  @QueryHandler
  Optional<BookingView> answer(FindPastBooking query) {
    var then = query.asOf();
    return StoredEvent.fold(StoredEvent.until(events.of(query.bookingId()), then), rules)
        .map(
            row ->
                row.shownAt(
                    then, zoneOf(row.businessId(), then), keys.of(List.of(row.customerName()))));
  }

  private ZoneId zoneOf(BusinessId id, Instant then) {
    var business = events.of(id);
    // The first counts in any case: a booking has a business, whatever the clocks of two nodes say.
    var zone = ((BusinessRegistered) business.getFirst().event()).timeZone();
    for (var each : StoredEvent.until(business, then)) {
      if (each.event() instanceof BusinessProfileChanged changed) {
        zone = changed.timeZone();
      }
    }
    return ZoneId.of(zone);
  }
}
