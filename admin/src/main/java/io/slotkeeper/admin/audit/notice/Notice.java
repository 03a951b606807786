package io.slotkeeper.admin.audit.notice;

import io.slotkeeper.admin.audit.store.History;
import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A notification that a booking's history asks for.
 *
 * @param because the event that it follows from
 */
record Notice(String id, String kind, StoredEvent because) {
  private static final String OWNER = "OWNER";
  private static final String CUSTOMER = "CUSTOMER";
  private static final String RESCHEDULED = "BOOKING_RESCHEDULED";

  /** What must be told, at the latest after a while. */
  static List<Notice> wantedBy(History booking) {
    List<Notice> wanted = new ArrayList<>();
    var slotId = "";
    for (var event : booking.events()) {
      slotId = slotId(event, slotId);
      for (var told : toldOf(event)) {
        wanted.add(
            new Notice(
                NoticeId.of(
                    booking.id(),
                    slotId,
                    Long.toString(event.sequence()),
                    told.kind(),
                    told.recipient()),
                told.kind(),
                event));
      }
    }
    return wanted;
  }

  /** What may be told beside: a reminder for each offset, of each slot that the booking had. */
  static List<String> remindersOf(History booking) {
    List<String> allowed = new ArrayList<>();
    var slotId = "";
    var offsets = booking.events().getFirst().payload().path("reminders");
    for (var event : booking.events()) {
      var before = slotId;
      slotId = slotId(event, slotId);
      if (!slotId.equals(before)) {
        for (JsonNode offset : offsets) {
          allowed.add(NoticeId.of(booking.id(), slotId, offset.asString(), "REMINDER", CUSTOMER));
        }
      }
    }
    return allowed;
  }

  private record Told(String kind, String recipient) {}

  private static List<Told> toldOf(StoredEvent event) {
    return switch (event.name()) {
      // One that is approved at once is confirmed by the event that comes next.
      case "booking.requested" ->
          event.text("approval").equals("AUTOMATIC") ? List.of() : askOwner();
      case "booking.confirmed" -> List.of(new Told("BOOKING_CONFIRMED", CUSTOMER));
      case "booking.rejected" -> List.of(new Told("BOOKING_REJECTED", CUSTOMER));
      case "booking.expired" -> List.of(new Told("BOOKING_EXPIRED", CUSTOMER));
      case "booking.cancelled" ->
          event.text("by").equals(CUSTOMER)
              ? List.of(new Told("BOOKING_CANCELLED_BY_CUSTOMER", OWNER))
              : List.of(new Told("BOOKING_CANCELLED", CUSTOMER));
      case "booking.rescheduled" ->
          event.text("status").equals("PENDING") && event.textOrNull("until") != null
              ? askOwner()
              : List.of(new Told(RESCHEDULED, CUSTOMER), new Told(RESCHEDULED, OWNER));
      default -> List.of();
    };
  }

  private static List<Told> askOwner() {
    return List.of(new Told("APPROVAL_REQUEST", OWNER), new Told("REQUEST_RECEIVED", CUSTOMER));
  }

  private static String slotId(StoredEvent event, String before) {
    var slotId = event.text("slotId");
    return slotId.isEmpty() ? before : slotId;
  }
}
