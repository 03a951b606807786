package io.slotkeeper.admin.audit.store;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as the store has it.
 *
 * @param index its number among all events
 * @param sequence its number among those of its aggregate
 * @param name such as {@code booking.requested}
 * @param at when it happened
 * @param payload what it says; personal texts in it are sealed, and are not to be shown even so
 */
public record StoredEvent(long index, long sequence, String name, Instant at, JsonNode payload) {

  /** A text; empty where there is none. */
  public String text(String field) {
    return payload.path(field).asString("");
  }

  /** A text; nothing where there is none. */
  public @Nullable String textOrNull(String field) {
    var value = payload.path(field);
    return value.isNull() || value.isMissingNode() ? null : value.asString();
  }

  /** An instant; nothing where there is none, or what is there is none. */
  public @Nullable Instant instant(String field) {
    var text = textOrNull(field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
