package io.slotkeeper.admin.audit.life;

import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens to slots for a booking: as the booking has it, and as a slot has it. */
final class SlotStep {
  private static final String RESERVED = "reserved";
  private static final String BOOKED = "booked";
  private static final String RELEASED = "released ";

  private SlotStep() {}

  /** What a booking's events do to each slot, in their order. */
  static Map<String, List<String>> wantedBy(History booking) {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    var slotId = "";
    for (var event : booking.events()) {
      switch (event.name()) {
        case "booking.requested" -> {
          slotId = event.text("slotId");
          add(steps, slotId, RESERVED);
        }
        case "booking.rescheduled" -> {
          var previous = slotId;
          slotId = event.text("slotId");
          add(steps, slotId, RESERVED);
          if (event.text("status").equals("CONFIRMED")) {
            add(steps, slotId, BOOKED);
          }
          add(steps, previous, RELEASED + "RESCHEDULED");
        }
        case "booking.confirmed" -> add(steps, slotId, BOOKED);
        case "booking.rejected" -> add(steps, slotId, RELEASED + "REJECTED");
        case "booking.expired" -> add(steps, slotId, RELEASED + "EXPIRED");
        case "booking.cancelled" -> add(steps, slotId, RELEASED + "CANCELLED");
        // It took place, or did not: the slot stays the booking's.
        default -> {}
      }
    }
    return steps;
  }

  /** What has happened to a slot for each booking, in its order. */
  static Map<String, List<String>> of(History slot) {
    Map<String, List<String>> steps = new LinkedHashMap<>();
    for (var event : slot.events()) {
      var step = step(event);
      if (!step.isEmpty()) {
        add(steps, event.text("bookingId"), step);
      }
    }
    return steps;
  }

  private static String step(StoredEvent event) {
    return switch (event.name()) {
      case "slot.reserved" -> RESERVED;
      case "slot.booked" -> BOOKED;
      case "slot.released" -> RELEASED + event.text("reason");
      default -> "";
    };
  }

  private static void add(Map<String, List<String>> steps, String id, String step) {
    steps.computeIfAbsent(id, any -> new ArrayList<>()).add(step);
  }
}
