package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code query.booking}. */
final class BookingMirror implements Mirror {
  private static final String STATUS = "status";
  private static final String REASON = "reason";

  @Override
  public String projection() {
    return "bookings";
  }

  @Override
  public int edition() {
    return 2;
  }

  @Override
  public String family() {
    return "booking";
  }

  @Override
  public String table() {
    return "booking";
  }

  @Override
  public String key() {
    return "booking_id";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "business_id",
        "resource_id",
        "slot_id",
        STATUS,
        "start_at",
        "end_at",
        "until_at",
        "customer_name",
        "customer_phone",
        "note",
        "cancelled_by",
        REASON,
        "requested_at",
        "changed_at");
  }

  @Override
  public void take(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("changed_at", event.at());
    switch (event.name()) {
      case "booking.requested" -> begin(event, row);
      case "booking.rescheduled" -> {
        row.put(STATUS, event.text(STATUS));
        hold(event, row);
      }
      case "booking.confirmed" -> become("CONFIRMED", event, row);
      case "booking.rejected" -> become("REJECTED", event, row);
      case "booking.expired" -> become("EXPIRED", event, row);
      case "booking.cancelled" -> {
        become("CANCELLED", event, row);
        row.put("cancelled_by", event.text("by"));
      }
      case "booking.completed" -> become("COMPLETED", event, row);
      case "booking.marked-no-show" -> become("NO_SHOW", event, row);
      default -> {}
    }
  }

  private static void begin(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("business_id", event.text("businessId"));
    row.put(STATUS, "PENDING");
    row.put("customer_name", event.text("customerName"));
    row.put("customer_phone", event.text("customerPhone"));
    row.put("note", event.textOrNull("note"));
    row.put("cancelled_by", null);
    row.put(REASON, null);
    row.put("requested_at", event.at());
    hold(event, row);
  }

  private static void hold(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("resource_id", event.text("resourceId"));
    row.put("slot_id", event.text("slotId"));
    row.put("start_at", event.instant("start"));
    row.put("end_at", event.instant("end"));
    row.put("until_at", event.instant("until"));
  }

  private static void become(String status, StoredEvent event, Map<String, @Nullable Object> row) {
    row.put(STATUS, status);
    row.put("until_at", null);
    row.put("cancelled_by", null);
    row.put(REASON, event.textOrNull(REASON));
  }
}
