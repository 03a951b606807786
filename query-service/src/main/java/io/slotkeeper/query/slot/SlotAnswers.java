package io.slotkeeper.query.slot;

import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotQuery.FindSlot;
import io.slotkeeper.api.slot.SlotQuery.FindSlots;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotsView;
import io.slotkeeper.query.business.BusinessTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers questions about slots. */
@Component
class SlotAnswers {
  private final BusinessTable businesses;
  private final SlotTable slots;
  private final Clock clock;

  SlotAnswers(BusinessTable businesses, SlotTable slots, Clock clock) {
    this.businesses = businesses;
    this.slots = slots;
    this.clock = clock;
  }

  @QueryHandler
  Optional<SlotsView> answer(FindSlots query) {
    return businesses.find(query.businessId()).map(row -> list(row.state(), query));
  }

  @QueryHandler
  Optional<SlotView> answer(FindSlot query) {
    var id = query.slotId();
    var now = clock.instant();
    return businesses
        .find(id.businessId())
        .flatMap(
            row -> {
              var end = id.start().plus(LiveSlots.LONGEST);
              var live = live(row.state(), id.start(), end, now);
              return new SlotListing(row.state(), live, now, query.owner())
                  .of(id)
                  .map(slot -> slot.in(row.state().timeZone()));
            });
  }

  private SlotsView list(BusinessState business, FindSlots query) {
    var zone = business.timeZone();
    var from = query.from().atStartOfDay(zone).toInstant();
    var to = query.to().plusDays(1).atStartOfDay(zone).toInstant();
    var now = clock.instant();
    var wanted = query.resourceId();
    var timetable = business.timetable();
    var offered =
        wanted == null ? timetable.between(from, to) : timetable.between(wanted, from, to);
    var live = live(business, from, to, now);
    var taken =
        live.all().stream()
            .filter(slot -> !slot.start().isBefore(from) && slot.start().isBefore(to))
            .filter(slot -> wanted == null || wanted.equals(slot.slotId().resourceId()))
            .toList();
    var views = new SlotListing(business, live, now, query.owner()).of(offered, taken);
    return new SlotsView(
        zone,
        views.stream()
            .filter(slot -> query.status() == null || query.status() == slot.status())
            .toList());
  }

  /** What may reach into slots that start between two instants, from either side. */
  private LiveSlots live(BusinessState business, Instant from, Instant to, Instant now) {
    return new LiveSlots(
        slots.between(
            business.businessId(), from.minus(LiveSlots.LONGEST), to.plus(LiveSlots.LONGEST)),
        now);
  }
}
