package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.query.ReadModelOutOfStep;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.RowTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the slots that something has happened to; a free one too, for the version that it has. */
@Component
class SlotProjection implements Projection<SlotEvent, TouchedSlot> {
  @Override
  public String name() {
    return "slots";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Class<SlotEvent> events() {
    return SlotEvent.class;
  }

  @Override
  public RowTable<TouchedSlot> table() {
    return SlotTable.ROWS;
  }

  @Override
  public TouchedSlot begin(SlotEvent event, long version, Instant at) {
    return switch (event) {
      case SlotReserved e -> reserved(e, version);
      case SlotBlocked e -> blocked(e, version);
      case SlotBooked e -> throw new ReadModelOutOfStep(e.slotId(), version);
      case SlotReleased e -> throw new ReadModelOutOfStep(e.slotId(), version);
      case SlotUnblocked e -> throw new ReadModelOutOfStep(e.slotId(), version);
    };
  }

  @Override
  public TouchedSlot after(TouchedSlot slot, SlotEvent event, long version, Instant at) {
    return switch (event) {
      case SlotReserved e -> reserved(e, version);
      case SlotBlocked e -> blocked(e, version);
      case SlotBooked e -> in(slot, SlotStatus.BOOKED, new BookingId(e.bookingId()), version);
      case SlotReleased e -> in(slot, SlotStatus.AVAILABLE, null, version);
      case SlotUnblocked e -> in(slot, SlotStatus.AVAILABLE, null, version);
    };
  }

  private static TouchedSlot reserved(SlotReserved event, long version) {
    return new TouchedSlot(
        SlotId.parse(event.slotId()),
        event.end(),
        SlotStatus.RESERVED,
        new BookingId(event.bookingId()),
        event.until(),
        version);
  }

  private static TouchedSlot blocked(SlotBlocked event, long version) {
    var id = SlotId.parse(event.slotId());
    return new TouchedSlot(id, event.end(), SlotStatus.BLOCKED, null, null, version);
  }

  private static TouchedSlot in(
      TouchedSlot slot, SlotStatus status, @Nullable BookingId bookingId, long version) {
    return new TouchedSlot(slot.slotId(), slot.end(), status, bookingId, null, version);
  }
}
