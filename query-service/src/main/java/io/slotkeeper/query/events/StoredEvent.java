package io.slotkeeper.query.events;

import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.query.projection.Projection;
import io.slotkeeper.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

  /** What a projection makes of the events of one aggregate; nothing where there are none. */
  public static <E, R extends Row> Optional<R> fold(
      List<StoredEvent<E>> events, Projection<E, R> rules) {
    R row = null;
    for (var each : events) {
      row =
          row == null
              ? rules.begin(each.event(), each.version(), each.at())
              : rules.after(row, each.event(), each.version(), each.at());
    }
    return Optional.ofNullable(row);
  }

  /** What it happened to: the part of its name before the dot. */
  public String aggregate() {
    return type.substring(0, type.indexOf('.'));
  }
}
