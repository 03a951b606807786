package io.slotkeeper.query.calendar;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.platform.privacy.KeyRing;
import io.slotkeeper.query.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes what a calendar is written of. */
final class CalendarScene {
  static final ResourceId CHAIR = new ResourceId("res_01k3z8r0s0e0080000000000c1");
  static final Instant CHANGED = Instant.parse("2026-11-20T08:15:30.123Z");

  private CalendarScene() {}

  static BusinessState business(String name, String zone, String resource) {
    return BusinessState.begin(
        new BusinessRegistered(
            "biz_01k3z8r0s0e0080000000000b1",
            name,
            zone,
            "+34600111222",
            "es",
            List.of(new ResourceEntry(CHAIR.value(), resource)),
            Map.of(),
            EventEntries.plain(BookingPolicy.DEFAULT),
            "a".repeat(64)));
  }

  static CalendarEntry at(Instant start) {
    return entry(start, start.plus(Duration.ofMinutes(30)), "Ana", null);
  }

  static CalendarEntry entry(
      Instant start, Instant end, @Nullable String customer, @Nullable String note) {
    var id = new BookingId("bkg_01k3z8r0s0%016d".formatted(start.getEpochSecond() / 60));
    return new CalendarEntry(
        id.value(),
        CHAIR,
        BookingStatus.CONFIRMED,
        start,
        end,
        History.sealed(customer == null ? "" : customer),
        History.sealed("+34600333444"),
        note == null ? null : History.sealed(note),
        CHANGED,
        1);
  }

  /** What is written for these, without a database. */
  static byte[] write(BusinessState business, Instant from, List<CalendarEntry> entries) {
    var to = entries.stream().map(CalendarEntry::end).max(Instant::compareTo).orElse(from);
    var calendar = new BusinessCalendar(business, KeyRing.of(History.KEY));
    calendar.add(ZoneDefinition.of(ZoneId.of(business.timeZone().getId()), from, to));
    entries.forEach(calendar::add);
    return FoldedLines.of(calendar.text());
  }
}
