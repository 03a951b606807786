package io.slotkeeper.admin.audit.store;

import java.util.List;

/**
 * All events of one aggregate, in the order of their numbers.
 *
 * @param id of the aggregate
 * @param events at least one
 */
public record History(String id, List<StoredEvent> events) {

  /** What it is a history of, by the names of its events: {@code booking}, {@code slot}. */
  public String family() {
    var name = events.getFirst().name();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether it is one of these. */
  public boolean isOf(String family) {
    return family().equals(family);
  }
}
