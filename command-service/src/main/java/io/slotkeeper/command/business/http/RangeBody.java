package io.slotkeeper.command.business.http;

import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.platform.validation.Required;
import io.slotkeeper.platform.validation.TimeOfDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of one day in which a business is open.
 *
 * @param from {@code HH:mm}
 * @param to {@code HH:mm} or {@code 24:00}, after from
 */
@InOrder
record RangeBody(
    @Required @TimeOfDay @Nullable String from,
    @Required @TimeOfDay(endOfDay = true) @Nullable String to) {
  /** The range; empty where this is none. */
  Optional<OpeningRange> range() {
    if (from == null || to == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OpeningRange(from, to));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
