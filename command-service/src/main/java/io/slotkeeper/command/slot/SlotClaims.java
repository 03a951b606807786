package io.slotkeeper.command.slot;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that is held, of every resource. Nobody holds time that overlaps another's, on whichever
 * node. All of this is part of the transaction of the command.
 */
interface SlotClaims {

  /** Holds the time if it is free; it waits for a transaction that is about to tell. */
  Attempt claim(OfferedSlot slot, @Nullable BookingId holder, @Nullable Instant until);

  /** Makes a hold final. */
  void keep(SlotId slotId);

  /** Ends the hold on a slot's time. */
  void release(SlotId slotId);

  /** Whether this very hold was still there; it is gone now. */
  boolean release(SlotClaim claim);

  /**
   * What became of a claim.
   *
   * @param isHeld whether the time was free and is now held
   * @param inTheWay what is held of it where it was not free; nothing where that has ended
   *     meanwhile
   */
  record Attempt(boolean isHeld, List<SlotClaim> inTheWay) {
    static Attempt held() {
      return new Attempt(true, List.of());
    }

    static Attempt failed(List<SlotClaim> inTheWay) {
      return new Attempt(false, List.copyOf(inTheWay));
    }
  }
}
