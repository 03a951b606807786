package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code query.slot}. */
final class SlotMirror implements Mirror {
  private static final String STATUS = "status";

  @Override
  public String projection() {
    return "slots";
  }

  @Override
  public int edition() {
    return 1;
  }

  @Override
  public String family() {
    return "slot";
  }

  @Override
  public String table() {
    return "slot";
  }

  @Override
  public String key() {
    return "slot_id";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "business_id", "resource_id", "start_at", "end_at", STATUS, "booking_id", "until_at");
  }

  @Override
  public void take(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("until_at", event.instant("until"));
    row.put("booking_id", event.textOrNull("bookingId"));
    switch (event.name()) {
      case "slot.reserved" -> begin("RESERVED", event, row);
      case "slot.blocked" -> begin("BLOCKED", event, row);
      case "slot.booked" -> row.put(STATUS, "BOOKED");
      case "slot.released", "slot.unblocked" -> {
        row.put(STATUS, "AVAILABLE");
        row.put("booking_id", null);
      }
      default -> {}
    }
  }

  private static void begin(String status, StoredEvent event, Map<String, @Nullable Object> row) {
    row.put(STATUS, status);
    row.put("business_id", event.text("businessId"));
    row.put("resource_id", event.text("resourceId"));
    row.put("start_at", event.instant("start"));
    row.put("end_at", event.instant("end"));
  }
}
