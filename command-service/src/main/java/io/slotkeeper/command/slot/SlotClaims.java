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

  /**
   * Whether the time was free and is now held; it waits for a transaction that is about to tell.
   */
  boolean claim(OfferedSlot slot, @Nullable BookingId holder, @Nullable Instant until);

  /** What is held of this slot's time. */
  List<SlotClaim> overlapping(OfferedSlot slot);

  /** Makes a hold final. */
  void keep(SlotId slotId);

  /** Ends the hold on a slot's time. */
  void release(SlotId slotId);

  /** Whether this very hold was still there; it is gone now. */
  boolean release(SlotClaim claim);
}
