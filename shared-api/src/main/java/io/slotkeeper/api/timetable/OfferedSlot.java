package io.slotkeeper.api.timetable;

import io.slotkeeper.api.SlotId;
import java.time.Instant;

/**
 * A slot on the timetable.
 *
 * @param slotId names it, and says whose it is and when it starts
 * @param end when it ends: its start and the slot length in real time
 */
public record OfferedSlot(SlotId slotId, Instant end) {
  /** When it starts. */
  public Instant start() {
    return slotId.start();
  }

  /** Whether both of one resource cover some instant; touching is not overlapping. */
  public boolean overlaps(Instant otherStart, Instant otherEnd) {
    return start().isBefore(otherEnd) && otherStart.isBefore(end);
  }
}
