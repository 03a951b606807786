package io.slotkeeper.platform.eventstore.serialization;

import org.jspecify.annotations.Nullable;

/**
 * The name and revision under which events of one type are stored for ever.
 *
 * @param revision null for an event that never changed its shape
 */
public record EventName(String name, @Nullable String revision, Class<?> type) {

  public EventName {
    if (name.isBlank()) {
      throw new IllegalArgumentException("An event's name must not be blank: " + type.getName());
    }
  }
}
