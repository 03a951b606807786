package io.slotkeeper.query.calendar;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.platform.privacy.CustomerKeys;
import io.slotkeeper.platform.security.CalendarKeys;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.business.BusinessTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the calendar of a business for the holder of its secret link. It is asked without the
 * query bus, whose messages are there to be watched: the key must not be in one.
 */
@Component
class CalendarFeed {
  private static final Duration PAST = Duration.ofDays(90);

  private final BusinessTable businesses;
  private final CalendarReader bookings;
  private final CalendarKeys keys;
  private final CustomerKeys customerKeys;
  private final Clock clock;

  CalendarFeed(
      BusinessTable businesses,
      CalendarReader bookings,
      CalendarKeys keys,
      CustomerKeys customerKeys,
      Clock clock) {
    this.businesses = businesses;
    this.bookings = bookings;
    this.keys = keys;
    this.customerKeys = customerKeys;
    this.clock = clock;
  }

  /** The calendar's bytes; empty where the key does not open it or there is no such business. */
  Optional<byte[]> of(BusinessId businessId, @Nullable String key) {
    var business = businesses.find(businessId).map(BusinessRow::state).orElse(null);
    var hash = business == null ? null : business.calendarKeyHash();
    boolean opens = keys.matches(key, hash);
    return business != null && opens ? Optional.of(write(business)) : Optional.empty();
  }

  private byte[] write(BusinessState business) {
    var now = clock.instant();
    var from = now.minus(PAST);
    var entries = bookings.find(business.businessId(), from, now);
    var to = entries.stream().map(CalendarEntry::end).max(Instant::compareTo).orElse(now);
    var calendar =
        new BusinessCalendar(
            business, customerKeys.of(entries.stream().map(CalendarEntry::customerName).toList()));
    calendar.add(ZoneDefinition.of(business.timeZone(), from, to));
    entries.forEach(calendar::add);
    return FoldedLines.of(calendar.text());
  }
}
