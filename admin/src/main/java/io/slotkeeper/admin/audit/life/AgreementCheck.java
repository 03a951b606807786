package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.Check;
import io.slotkeeper.admin.audit.store.Histories;
import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.Violations;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a booking has come to, its slots have come to for it, and the reverse. */
public final class AgreementCheck implements Check {
  private static final String KIND = "booking-and-slot-disagree";

  private final Histories histories;
  private final Violations violations;

  /** Tells what it finds. */
  public AgreementCheck(Histories histories, Violations violations) {
    this.histories = histories;
    this.violations = violations;
  }

  @Override
  public void look(List<History> looked) throws SQLException {
    lookFromBookings(looked.stream().filter(each -> each.isOf(BookingLife.FAMILY)).toList());
    lookFromSlots(looked.stream().filter(each -> each.isOf(SlotLife.FAMILY)).toList());
  }

  private void lookFromBookings(List<History> bookings) throws SQLException {
    Set<String> slotIds = new LinkedHashSet<>();
    bookings.forEach(booking -> slotIds.addAll(SlotStep.wantedBy(booking).keySet()));
    var slots = histories.of(slotIds);
    for (var booking : bookings) {
      SlotStep.wantedBy(booking)
          .forEach(
              (slotId, wanted) -> {
                var steps = stepsOf(slots, slotId).getOrDefault(booking.id(), List.of());
                if (!steps.equals(wanted)) {
                  violations.add(
                      KIND,
                      "%s wants %s of %s, which was %s for it"
                          .formatted(booking.id(), wanted, slotId, steps));
                }
              });
    }
  }

  /** Only for bookings that do not know the slot: the others were looked at from there. */
  private void lookFromSlots(List<History> slots) throws SQLException {
    Set<String> bookingIds = new LinkedHashSet<>();
    slots.forEach(slot -> bookingIds.addAll(SlotStep.of(slot).keySet()));
    var bookings = histories.of(bookingIds);
    for (var slot : slots) {
      SlotStep.of(slot)
          .forEach(
              (bookingId, steps) -> {
                var booking = bookings.get(bookingId);
                if (booking == null || !SlotStep.wantedBy(booking).containsKey(slot.id())) {
                  violations.add(
                      KIND,
                      "%s was %s for %s, which knows nothing of it"
                          .formatted(slot.id(), steps, bookingId));
                }
              });
    }
  }

  private static Map<String, List<String>> stepsOf(Map<String, History> slots, String slotId) {
    var slot = slots.get(slotId);
    return slot == null ? Map.of() : SlotStep.of(slot);
  }
}
