package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code query.notification}. */
final class NotificationMirror implements Mirror {
  private static final String STATUS = "status";
  private static final String ATTEMPTS = "attempts";

  @Override
  public String projection() {
    return "notifications";
  }

  @Override
  public int edition() {
    return 2;
  }

  @Override
  public String family() {
    return "notification";
  }

  @Override
  public String table() {
    return "notification";
  }

  @Override
  public String key() {
    return "notification_id";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "business_id",
        "booking_id",
        "kind",
        "recipient",
        STATUS,
        "failure_code",
        "start_at",
        "queued_at",
        "attempted_at",
        "accepted_at",
        "delivered_at",
        "read_at",
        "failed_at",
        "attempts::text AS attempts");
  }

  @Override
  public void take(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("failure_code", null);
    row.put("failed_at", null);
    switch (event.name()) {
      case "notification.queued" -> begin(event, row);
      case "notification.attempted" -> {
        become("ATTEMPTED", "attempted_at", event, row);
        row.put(ATTEMPTS, Long.toString(event.payload().path("attempt").asLong()));
      }
      case "notification.postponed" -> row.put(STATUS, "QUEUED");
      case "notification.accepted" -> become("ACCEPTED", "accepted_at", event, row);
      case "notification.delivered" -> become("DELIVERED", "delivered_at", event, row);
      case "notification.read" -> become("READ", "read_at", event, row);
      case "notification.failed" -> {
        become("FAILED", "failed_at", event, row);
        row.put("failure_code", event.text("code"));
      }
      default -> {}
    }
  }

  private static void begin(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("business_id", event.text("businessId"));
    row.put("booking_id", event.text("bookingId"));
    row.put("kind", event.text("kind"));
    row.put("recipient", event.text("recipient"));
    row.put("start_at", event.instant("start"));
    row.put(ATTEMPTS, "0");
    become("QUEUED", "queued_at", event, row);
  }

  private static void become(
      String status, String since, StoredEvent event, Map<String, @Nullable Object> row) {
    row.put(STATUS, status);
    row.put(since, event.at());
  }
}
