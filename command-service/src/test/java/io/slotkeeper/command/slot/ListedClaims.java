package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Claims in memory, for one thread: a transaction is undone by what it hands over before it changes
 * something.
 */
final class ListedClaims implements SlotClaims {

  private final Map<SlotId, Held> held = new LinkedHashMap<>();
  private final Consumer<Runnable> undo;

  ListedClaims(Consumer<Runnable> undo) {
    this.undo = undo;
  }

  @Override
  public Attempt claim(OfferedSlot slot, @Nullable BookingId holder, @Nullable Instant until) {
    var inTheWay = overlapping(slot);
    if (held.containsKey(slot.slotId()) || !inTheWay.isEmpty()) {
      return Attempt.failed(inTheWay);
    }
    put(slot.slotId(), new Held(new SlotClaim(slot.slotId(), holder, until), slot));
    return Attempt.held();
  }

  @Override
  public void keep(SlotId slotId) {
    var before = held.get(slotId);
    if (before != null) {
      put(slotId, new Held(new SlotClaim(slotId, before.claim.bookingId(), null), before.of));
    }
  }

  @Override
  public void release(SlotId slotId) {
    put(slotId, null);
  }

  @Override
  public boolean release(SlotClaim claim) {
    var now = held.get(claim.slotId());
    if (now == null || !now.claim.equals(claim)) {
      return false;
    }
    put(claim.slotId(), null);
    return true;
  }

  /** All that is held. */
  List<SlotClaim> all() {
    return held.values().stream().map(Held::claim).toList();
  }

  void clear() {
    held.clear();
  }

  private List<SlotClaim> overlapping(OfferedSlot slot) {
    return held.values().stream()
        .filter(each -> each.of.slotId().resourceId().equals(slot.slotId().resourceId()))
        .filter(each -> each.of.overlaps(slot.start(), slot.end()))
        .map(Held::claim)
        .toList();
  }

  private void put(SlotId slotId, @Nullable Held now) {
    var before = now == null ? held.remove(slotId) : held.put(slotId, now);
    undo.accept(
        () -> {
          if (before == null) {
            held.remove(slotId);
          } else {
            held.put(slotId, before);
          }
        });
  }

  private record Held(SlotClaim claim, OfferedSlot of) {}
}
