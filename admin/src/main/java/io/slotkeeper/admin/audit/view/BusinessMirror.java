package io.slotkeeper.admin.audit.view;

import io.slotkeeper.admin.audit.store.StoredEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code query.business}: what it is called, who may speak for it, and what it is open for. */
final class BusinessMirror implements Mirror {
  private static final String STATUS = "status";
  private static final String ZONE = "zone";
  private static final String LOCALE = "locale";
  private static final String KEY = "api_key_hash";

  @Override
  public String projection() {
    return "businesses";
  }

  @Override
  public int edition() {
    return 1;
  }

  @Override
  public String family() {
    return "business";
  }

  @Override
  public String table() {
    return "business";
  }

  @Override
  public String key() {
    return "business_id";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "name",
        KEY,
        "state ->> 'status' AS status",
        "state ->> 'timeZone' AS zone",
        "state ->> 'locale' AS locale",
        "state ->> 'whatsappNumber' AS whatsapp_number");
  }

  @Override
  public void take(StoredEvent event, Map<String, @Nullable Object> row) {
    switch (event.name()) {
      case "business.registered" -> {
        row.put(STATUS, "ACTIVE");
        row.put(KEY, event.text("apiKeyHash"));
        profile(event, row);
      }
      case "business.profile-changed" -> profile(event, row);
      case "business.api-key-rotated" -> row.put(KEY, event.text("apiKeyHash"));
      case "business.suspended" -> row.put(STATUS, "SUSPENDED");
      case "business.resumed" -> row.put(STATUS, "ACTIVE");
      case "business.closed" -> row.put(STATUS, "CLOSED");
      default -> {}
    }
  }

  private static void profile(StoredEvent event, Map<String, @Nullable Object> row) {
    row.put("name", event.text("name"));
    row.put(ZONE, event.text("timeZone"));
    row.put(LOCALE, event.text("locale"));
    row.put("whatsapp_number", event.text("whatsappNumber"));
  }
}
