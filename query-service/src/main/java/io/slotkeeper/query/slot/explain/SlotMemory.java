package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.query.events.StoredEvent;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A slot as its events left it, and the last of them. */
record SlotMemory(TouchedSlot slot, StoredEvent<SlotEvent> last) {

  static Optional<SlotMemory> of(
      Projection<SlotEvent, TouchedSlot> rules, List<StoredEvent<SlotEvent>> events) {
    return StoredEvent.fold(events, rules).map(slot -> new SlotMemory(slot, events.getLast()));
  }

  boolean isLive(Instant now) {
    return slot.isLive(now);
  }
}
