package io.slotkeeper.query.events;

import io.slotkeeper.platform.origin.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was appended.
 *
 * @param type its name in the store
 * @param version its sequence number in its aggregate
 * @param origin absent where it was not noted
 */
public record StoredEvent<E>(
    String type, long version, Instant at, E event, @Nullable Origin origin) {

  /**
   * Those of an aggregate that had happened at an instant. It ends at the first that had not, since
   * an event of a node whose clock is behind means nothing without those before it.
   */
  public static <E> List<StoredEvent<E>> until(List<StoredEvent<E>> events, Instant instant) {
    return events.stream().takeWhile(event -> !event.at().isAfter(instant)).toList();
  }

  /** What it happened to: the part of its name before the dot. */
  public String aggregate() {
    return type.substring(0, type.indexOf('.'));
  }
}
