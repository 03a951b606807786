package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.query.business.BusinessRow;
import io.slotkeeper.query.business.BusinessTable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads days as anyone may see them, and for how long they stay as they are. */
@Component
class PublicDays {
  private final BusinessTable businesses;
  private final SlotTable slots;
  private final Clock clock;

  PublicDays(BusinessTable businesses, SlotTable slots, Clock clock) {
    this.businesses = businesses;
    this.slots = slots;
    this.clock = clock;
  }

  /** All days between two, both included; nothing where there is no such business. */
  Optional<Days> read(BusinessId id, LocalDate first, LocalDate last) {
    return businesses.find(id).map(row -> read(row, first, last));
  }

  private Days read(BusinessRow row, LocalDate first, LocalDate last) {
    var business = row.state();
    var zone = business.timeZone();
    var from = first.atStartOfDay(zone).toInstant();
    var to = last.plusDays(1).atStartOfDay(zone).toInstant();
    var touched =
        slots.between(
            business.businessId(), from.minus(LiveSlots.LONGEST), to.plus(LiveSlots.LONGEST));
    var now = clock.instant();
    var listing = new SlotListing(business, new LiveSlots(touched, now), now, false);
    var views = listing.of(business.timetable().between(from, to), List.of());
    var changes = new ClockChanges(business, touched, now);
    var days = new TreeMap<LocalDate, Day>();
    for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
      var begin = date.atStartOfDay(zone).toInstant();
      var end = date.plusDays(1).atStartOfDay(zone).toInstant();
      var ofDay =
          views.stream()
              .filter(slot -> !slot.start().isBefore(begin) && slot.start().isBefore(end))
              .toList();
      days.put(date, new Day(ofDay, changes.next(ofDay, begin, end)));
    }
    return new Days(row, now, views, days);
  }

  /**
   * Some days.
   *
   * @param now when they were like this
   * @param slots of all of them, by start and resource
   */
  record Days(
      BusinessRow business, Instant now, List<SlotView> slots, TreeMap<LocalDate, Day> byDate) {}

  /**
   * One day.
   *
   * @param until when the clock may make it another one
   */
  record Day(List<SlotView> slots, Instant until) {}
}
