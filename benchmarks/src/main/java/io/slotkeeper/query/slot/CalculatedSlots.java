package io.slotkeeper.query.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import java.util.List;

/** What a listing calculates between the database and the answer, for whoever measures it alone. */
public final class CalculatedSlots {
  private final BusinessState business;
  private final List<TouchedSlot> booked;

  /** Of a business with these slots booked. */
  public CalculatedSlots(BusinessState business, List<OfferedSlot> booked, BookingId by) {
    this.business = business;
    this.booked =
        booked.stream()
            .map(slot -> new TouchedSlot(slot.slotId(), slot.end(), SlotStatus.BOOKED, by, null, 1))
            .toList();
  }

  /** The slots that start between two moments, as anyone sees them at a third. */
  public List<SlotView> between(Instant from, Instant to, Instant now) {
    var taken =
        booked.stream()
            .filter(slot -> slot.end().isAfter(from) && slot.start().isBefore(to))
            .toList();
    return new SlotListing(business, new LiveSlots(taken, now), now, false)
        .of(business.timetable().between(from, to), taken);
  }
}
