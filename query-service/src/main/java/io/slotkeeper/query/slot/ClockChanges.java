package io.slotkeeper.query.slot;

import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotStatus;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When slots come to look different to the public by the clock alone: they begin, it gets too late
 * to book them, a reservation lapses, another day comes within the horizon.
 */
final class ClockChanges {
  private final BusinessState business;
  private final List<TouchedSlot> touched;
  private final Instant now;
  private final Instant nextDate;

  ClockChanges(BusinessState business, List<TouchedSlot> touched, Instant now) {
    this.business = business;
    this.touched = touched;
    this.now = now;
    this.nextDate = nextDate();
  }

  /** The first moment from which slots that start between two instants may look different. */
  Instant next(List<SlotView> slots, Instant from, Instant to) {
    return Stream.of(
            Stream.of(nextDate),
            slots.stream().filter(slot -> slot.status() == Status.AVAILABLE).map(this::tooLate),
            touched.stream().filter(slot -> mayOverlap(slot, from, to)).map(TouchedSlot::until))
        .flatMap(moments -> moments)
        .filter(Objects::nonNull)
        .filter(moment -> !moment.isBefore(now))
        .min(Instant::compareTo)
        .orElse(nextDate);
  }

  /** An available slot is so until it begins; with a notice, until right after the last moment. */
  private Instant tooLate(SlotView slot) {
    return slot.start().minus(business.policy().minimumNotice());
  }

  private boolean mayOverlap(TouchedSlot slot, Instant from, Instant to) {
    return slot.status() == SlotStatus.RESERVED
        && slot.isLive(now)
        && !slot.start().isBefore(from.minus(LiveSlots.LONGEST))
        && slot.start().isBefore(to.plus(LiveSlots.LONGEST));
  }

  /** When the date changes, or the clocks do, which in some zones repeats a date. */
  private Instant nextDate() {
    var zone = business.timeZone();
    var midnight = LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    var change = zone.getRules().nextTransition(now);
    return change != null && change.getInstant().isBefore(midnight)
        ? change.getInstant()
        : midnight;
  }
}
