package io.slotkeeper.api.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked about slots. */
public sealed interface SlotQuery {
  /**
   * The slots of some local days. Answer: an optional {@link SlotsView}, absent where there is no
   * such business.
   *
   * @param from first local day
   * @param to last local day, at most 30 days later
   * @param resourceId one resource; absent for all
   * @param status one status as the caller sees it; absent for all
   * @param owner whether the owner asks, who sees what is behind UNAVAILABLE
   */
  record FindSlots(
      BusinessId businessId,
      LocalDate from,
      LocalDate to,
      @Nullable ResourceId resourceId,
      SlotView.@Nullable Status status,
      boolean owner)
      implements SlotQuery {}

  /** One slot. Answer: an optional {@link SlotView}. */
  record FindSlot(SlotId slotId, boolean owner) implements SlotQuery {}

  /**
   * Why a slot is free or not. Answer: an optional {@link SlotExplanation}, absent where there is
   * no such business.
   */
  record ExplainSlot(SlotId slotId, boolean owner) implements SlotQuery {}
}
