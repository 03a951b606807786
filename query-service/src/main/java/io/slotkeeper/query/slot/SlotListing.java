package io.slotkeeper.query.slot;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.slot.SlotOffers;
import io.slotkeeper.api.slot.SlotView;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows slots at a moment: what the timetable offers, less what is taken. To the owner it shows
 * what is behind it, and also taken slots that are no longer on the timetable.
 */
final class SlotListing {
  private static final Comparator<SlotView> BY_START_AND_RESOURCE =
      Comparator.comparing(SlotView::start).thenComparing(slot -> slot.resourceId().value());

  private final BusinessState business;
  private final SlotOffers offers;
  private final LiveSlots live;
  private final boolean owner;

  SlotListing(BusinessState business, LiveSlots live, Instant now, boolean owner) {
    this.business = business;
    this.offers = new SlotOffers(business, now);
    this.live = live;
    this.owner = owner;
  }

  /** These slots of the timetable, and for the owner those taken ones that it has lost. */
  List<SlotView> of(List<OfferedSlot> offered, Collection<TouchedSlot> taken) {
    return Stream.concat(offered.stream().map(this::view), lost(offered, taken))
        .sorted(BY_START_AND_RESOURCE)
        .toList();
  }

  /** One slot, where the caller may know of it. */
  Optional<SlotView> of(SlotId id) {
    return business
        .timetable()
        .at(id.resourceId(), id.start())
        .map(this::view)
        .or(() -> owner ? live.at(id).map(this::taken) : Optional.empty());
  }

  private Stream<SlotView> lost(List<OfferedSlot> offered, Collection<TouchedSlot> taken) {
    if (!owner) {
      return Stream.empty();
    }
    var ids = new HashSet<SlotId>();
    offered.forEach(slot -> ids.add(slot.slotId()));
    return taken.stream().filter(slot -> !ids.contains(slot.slotId())).map(this::taken);
  }

  private SlotView view(OfferedSlot slot) {
    var own = owner ? live.at(slot.slotId()) : Optional.<TouchedSlot>empty();
    return own.map(this::taken).orElseGet(() -> view(slot.slotId(), slot.end(), status(slot)));
  }

  private Status status(OfferedSlot slot) {
    return offers.isOpen(slot) && !live.overlap(slot) ? Status.AVAILABLE : Status.UNAVAILABLE;
  }

  private SlotView taken(TouchedSlot slot) {
    var status =
        switch (slot.status()) {
          case AVAILABLE -> Status.AVAILABLE;
          case RESERVED -> Status.RESERVED;
          case BOOKED -> Status.BOOKED;
          case BLOCKED -> Status.BLOCKED;
        };
    return new SlotView(
        slot.slotId(),
        slot.slotId().resourceId(),
        slot.start(),
        slot.end(),
        slot.start().atZone(business.timeZone()).toOffsetDateTime(),
        status,
        null,
        slot.bookingId());
  }

  private SlotView view(SlotId id, Instant end, Status status) {
    return new SlotView(
        id,
        id.resourceId(),
        id.start(),
        end,
        id.start().atZone(business.timeZone()).toOffsetDateTime(),
        status,
        null,
        null);
  }
}
