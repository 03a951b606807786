package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Violations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * No slot has two live bookings, and no two held slots of a resource overlap. It keeps the live
 * bookings, which are few beside the events.
 */
public final class DoubleBookingCheck implements Check {
  private final Violations violations;
  private final Map<String, String> bookingBySlot = new HashMap<>();
  private String resource = "";
  private String last = "";
  private @Nullable Instant lastEnd;

  /** Tells what it finds. */
  public DoubleBookingCheck(Violations violations) {
    this.violations = violations;
  }

  @Override
  public void look(List<History> histories) {
    for (var history : histories) {
      if (history.isOf(BookingLife.FAMILY)) {
        lookAtBooking(history);
      } else if (history.isOf(SlotLife.FAMILY)) {
        lookAtSlot(history);
      }
    }
  }

  private void lookAtBooking(History history) {
    var booking = BookingLife.after(history);
    if (!booking.isLive()) {
      return;
    }
    var other = bookingBySlot.putIfAbsent(booking.slotId(), history.id());
    if (other != null) {
      violations.add(
          "double-booking", "%s has %s and %s".formatted(booking.slotId(), other, history.id()));
    }
  }

  /** Slots come in the order of their ids, and so of their starts within a resource. */
  private void lookAtSlot(History history) {
    var slot = SlotLife.after(history);
    var start = slot.start();
    var end = slot.end();
    if (!slot.isHeld() || start == null || end == null) {
      return;
    }
    if (!resource.equals(slot.resourceId())) {
      resource = slot.resourceId();
      lastEnd = null;
    }
    if (lastEnd != null && start.isBefore(lastEnd)) {
      violations.add("overlapping-slots", "%s and %s".formatted(last, history.id()));
    }
    if (lastEnd == null || end.isAfter(lastEnd)) {
      lastEnd = end;
      last = history.id();
    }
  }
}
