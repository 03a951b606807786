package io.slotkeeper.query.slot;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The taken slots that reach into another, as the projection knows them. */
@Component
public class OverlappingSlots {
  private final SlotTable slots;

  OverlappingSlots(SlotTable slots) {
    this.slots = slots;
  }

  /** Those of its resource that keep a slot from being booked at a moment; not itself. */
  public List<SlotId> of(OfferedSlot slot, Instant now) {
    var id = slot.slotId();
    return slots
        .between(id.businessId(), slot.start().minus(LiveSlots.LONGEST), slot.end())
        .stream()
        .filter(other -> other.slotId().resourceId().equals(id.resourceId()))
        .filter(other -> !other.slotId().equals(id))
        .filter(other -> other.isLive(now))
        .filter(other -> slot.overlaps(other.start(), other.end()))
        .map(TouchedSlot::slotId)
        .toList();
  }
}
