package io.slotkeeper.query.slot;

import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.api.slot.SlotStatus;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.stereotype.Component;

/** Keeps the slots that something has happened to; a free one too, for the version that it has. */
@Component
@ProcessingGroup("slots")
class SlotProjection {
  private final SlotTable table;

  SlotProjection(SlotTable table) {
    this.table = table;
  }

  @EventHandler
  void on(SlotEvent event, @SequenceNumber long version) {
    switch (event) {
      case SlotReserved e -> table.save(e, version);
      case SlotBooked e -> table.save(e.slotId(), SlotStatus.BOOKED, e.bookingId(), version);
      case SlotReleased e -> table.save(e.slotId(), SlotStatus.AVAILABLE, null, version);
      case SlotBlocked e -> table.save(e, version);
      case SlotUnblocked e -> table.save(e.slotId(), SlotStatus.AVAILABLE, null, version);
    }
  }
}
