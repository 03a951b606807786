package io.slotkeeper.query.slot.explain;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.SlotExplanation;
import io.slotkeeper.api.slot.SlotView.Status;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.events.StoredEvent;
import io.slotkeeper.query.slot.TouchedSlot;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a slot at a moment, and what of it each caller is told. Nothing of the events
 * of a slot is for customers: not even that it was taken once.
 *
 * @param refusal why the business does not offer it
 * @param own what happened to the slot itself
 * @param overlap another slot that keeps it from being booked; looked for only where nothing else
 *     does
 */
record Finding(
    SlotId slotId,
    Instant now,
    OfferReasons offers,
    Optional<Reason> refusal,
    Optional<SlotMemory> own,
    Optional<SlotMemory> overlap) {
  private static final String TAKEN = "SlotMustBeFree";

  SlotExplanation forEverybody() {
    if (refusal.isPresent()) {
      return told(Status.UNAVAILABLE, refusal.get(), false, null, null);
    }
    boolean taken = overlap.isPresent() || own.filter(slot -> slot.isLive(now)).isPresent();
    return taken
        ? told(Status.UNAVAILABLE, Reason.of(TAKEN, "The slot is taken."), false, null, null)
        : told(Status.AVAILABLE, offers.offered(slotId), false, null, null);
  }

  SlotExplanation forTheOwner() {
    if (own.isPresent() && own.get().isLive(now)) {
      var slot = own.get().slot();
      var reason = taken(own.get(), "The slot is " + state(slot));
      return told(status(slot), reason, true, slot.bookingId(), null);
    }
    if (refusal.isPresent()) {
      return told(Status.UNAVAILABLE, refusal.get(), true, null, null);
    }
    if (overlap.isPresent()) {
      var other = overlap.get().slot();
      var reason = taken(overlap.get(), "Another slot overlaps it, which is " + state(other));
      return told(Status.UNAVAILABLE, reason, true, other.bookingId(), other.slotId());
    }
    return own.map(this::free)
        .orElseGet(() -> told(Status.AVAILABLE, offers.offered(slotId), true, null, null));
  }

  /** A slot that was held once. */
  private SlotExplanation free(SlotMemory memory) {
    var offered = offers.offered(slotId);
    var lapsed = memory.slot().until();
    if (lapsed != null) {
      var words = "The slot is free: the reservation that it had has lapsed.";
      var reason =
          Reason.of("ReservationHasLapsed", words)
              .since(lapsed)
              .until(offered.until())
              .behind(memory.last());
      return told(Status.AVAILABLE, reason, true, memory.slot().bookingId(), null);
    }
    var hours = offered.event();
    boolean older = hours != null && memory.last().at().isBefore(hours.at());
    var reason = older ? offered : offered.since(memory.last().at()).behind(memory.last());
    return told(Status.AVAILABLE, reason, true, null, null);
  }

  private static Reason taken(SlotMemory memory, String words) {
    return Reason.of(TAKEN, words)
        .since(memory.last().at())
        .until(memory.slot().until())
        .behind(memory.last());
  }

  private static Status status(TouchedSlot slot) {
    return switch (slot.status()) {
      case AVAILABLE -> Status.AVAILABLE;
      case RESERVED -> Status.RESERVED;
      case BOOKED -> Status.BOOKED;
      case BLOCKED -> Status.BLOCKED;
    };
  }

  private static String state(TouchedSlot slot) {
    return switch (slot.status()) {
      case AVAILABLE -> "free.";
      case RESERVED -> "reserved for a booking that waits for an answer.";
      case BOOKED -> "taken by a confirmed booking.";
      case BLOCKED -> "kept free of bookings by the business.";
    };
  }

  private SlotExplanation told(
      Status status,
      Reason reason,
      boolean owner,
      @Nullable BookingId bookingId,
      @Nullable SlotId overlappedBy) {
    return new SlotExplanation(
        slotId,
        status,
        reason.rule(),
        reason.words(),
        reason.since(),
        reason.until(),
        event(reason.event(), owner),
        bookingId,
        overlappedBy);
  }

  private static SlotExplanation.@Nullable Event event(
      @Nullable StoredEvent<?> stored, boolean owner) {
    if (stored == null) {
      return null;
    }
    var origin = Optional.ofNullable(stored.origin()).filter(known -> owner);
    return new SlotExplanation.Event(
        stored.aggregate(),
        stored.type(),
        stored.version(),
        stored.at(),
        origin.map(Origin::actor).orElse(null),
        origin.map(Origin::cause).orElse(null),
        origin.map(Origin::correlation).orElse(null));
  }
}
