package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.events.StoredEvent;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A slot as its events left it, and the last of them. */
record SlotMemory(TouchedSlot slot, StoredEvent<SlotEvent> last) {

  static Optional<SlotMemory> of(List<StoredEvent<SlotEvent>> events) {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    var slot = untouched(SlotId.parse(events.getFirst().event().slotId()));
    for (var each : events) {
      slot = after(slot, each.event(), each.version());
    }
    return Optional.of(new SlotMemory(slot, events.getLast()));
  }

  boolean isLive(Instant now) {
    return slot.isLive(now);
  }

  private static TouchedSlot untouched(SlotId id) {
    return new TouchedSlot(id, id.start(), SlotStatus.AVAILABLE, null, null, -1);
  }

  private static TouchedSlot after(TouchedSlot slot, SlotEvent event, long version) {
    var id = slot.slotId();
    var end = slot.end();
    return switch (event) {
      case SlotReserved e -> {
        var booking = new BookingId(e.bookingId());
        yield new TouchedSlot(id, e.end(), SlotStatus.RESERVED, booking, e.until(), version);
      }
      case SlotBooked e -> {
        var booking = new BookingId(e.bookingId());
        yield new TouchedSlot(id, end, SlotStatus.BOOKED, booking, null, version);
      }
      case SlotReleased e -> new TouchedSlot(id, end, SlotStatus.AVAILABLE, null, null, version);
      case SlotBlocked e -> new TouchedSlot(id, e.end(), SlotStatus.BLOCKED, null, null, version);
      case SlotUnblocked e -> new TouchedSlot(id, end, SlotStatus.AVAILABLE, null, null, version);
    };
  }
}
