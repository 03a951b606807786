package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotExplanation;
import io.slotkeeper.api.slot.SlotQuery.ExplainSlot;
import io.slotkeeper.query.events.EventStreams;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.slot.OverlappingSlots;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/**
 * Answers why a slot can be booked or not, from the events of its business and of itself; only
 * which others may overlap it is asked of the projection.
 */
@Component
class SlotExplanations {
  private final EventStreams events;
  private final Projection<SlotEvent, TouchedSlot> rules;
  private final OverlappingSlots overlapping;
  private final Clock clock;

  SlotExplanations(
      EventStreams events,
      Projection<SlotEvent, TouchedSlot> rules,
      OverlappingSlots overlapping,
      Clock clock) {
    this.events = events;
    this.rules = rules;
    this.overlapping = overlapping;
    this.clock = clock;
  }

  @QueryHandler
  Optional<SlotExplanation> answer(ExplainSlot query) {
    var now = clock.instant();
    return BusinessMemory.of(events.of(query.slotId().businessId()))
        .map(
            business -> {
              var found = find(business, query.slotId(), now);
              return query.owner() ? found.forTheOwner() : found.forEverybody();
            });
  }

  private Finding find(BusinessMemory business, SlotId id, Instant now) {
    var offers = new OfferReasons(business, now);
    var own = SlotMemory.of(rules, events.of(id));
    var refusal = offers.against(id);
    boolean decided = refusal.isPresent() || own.filter(slot -> slot.isLive(now)).isPresent();
    var overlap = decided ? Optional.<SlotMemory>empty() : overlap(business, id, now);
    return new Finding(id, now, offers, refusal, own, overlap);
  }

  /** The projection may be behind in what it says of another slot, so that one is read as well. */
  private Optional<SlotMemory> overlap(BusinessMemory business, SlotId id, Instant now) {
    var offered = business.state().timetable().at(id.resourceId(), id.start()).orElseThrow();
    return overlapping.of(offered, now).stream()
        .flatMap(other -> SlotMemory.of(rules, events.of(other)).stream())
        .filter(other -> other.isLive(now))
        .filter(other -> offered.overlaps(other.slot().start(), other.slot().end()))
        .findFirst();
  }
}
