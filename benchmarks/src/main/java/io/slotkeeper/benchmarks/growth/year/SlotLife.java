package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.slot.ReleaseReason;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A slot that something has happened to. */
final class SlotLife {
  private static final String TYPE = "Slot";

  private final OfferedSlot slot;
  private final Journal journal;
  private long next;
  private @Nullable String holder;
  private @Nullable Instant until;

  SlotLife(OfferedSlot slot, Journal journal) {
    this.slot = slot;
    this.journal = journal;
  }

  OfferedSlot slot() {
    return slot;
  }

  SlotId id() {
    return slot.slotId();
  }

  boolean isFree() {
    return holder == null;
  }

  /** Whose booking holds it. */
  @Nullable String holder() {
    return holder;
  }

  /** When that lapses, where it does. */
  @Nullable Instant until() {
    return until;
  }

  void reserve(String bookingId, Instant lapsesAt, Asked asked) {
    append(
        new SlotReserved(
            id().toString(),
            id().businessId().value(),
            id().resourceId().value(),
            slot.start(),
            slot.end(),
            bookingId,
            lapsesAt),
        asked);
    holder = bookingId;
    until = lapsesAt;
  }

  void book(String bookingId, Asked asked) {
    append(new SlotBooked(id().toString(), bookingId), asked);
    until = null;
  }

  void release(String bookingId, ReleaseReason reason, Asked asked) {
    append(new SlotReleased(id().toString(), bookingId, reason.name()), asked);
    holder = null;
    until = null;
  }

  private void append(Object event, Asked asked) {
    journal.append(TYPE, id().toString(), next++, event, asked);
  }
}
