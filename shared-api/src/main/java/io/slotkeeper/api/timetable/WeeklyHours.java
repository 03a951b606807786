package io.slotkeeper.api.timetable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a business is open in an ordinary week. A day without ranges is closed.
 *
 * @param days by day of the week, the ranges in order and without overlap
 */
public record WeeklyHours(@JsonValue Map<DayOfWeek, List<OpeningRange>> days) {
  /** Open on no day. */
  public static final WeeklyHours NONE = new WeeklyHours(Map.of());

  /**
   * Puts the ranges of each day in order.
   *
   * @throws IllegalArgumentException where two ranges of a day overlap
   */
  @JsonCreator
  public WeeklyHours(Map<DayOfWeek, List<OpeningRange>> days) {
    var ordered = new EnumMap<DayOfWeek, List<OpeningRange>>(DayOfWeek.class);
    days.forEach(
        (day, ranges) -> {
          if (!ranges.isEmpty()) {
            ordered.put(day, inOrder(ranges));
          }
        });
    this.days = Collections.unmodifiableMap(ordered);
  }

  /** The ranges of a day of the week, in order; none when it is closed. */
  public List<OpeningRange> on(DayOfWeek day) {
    return days.getOrDefault(day, List.of());
  }

  /**
   * Puts ranges of one day in order.
   *
   * @throws IllegalArgumentException where two of them overlap
   */
  public static List<OpeningRange> inOrder(List<OpeningRange> ranges) {
    var ordered = ranges.stream().sorted().toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i - 1).overlaps(ordered.get(i))) {
        throw new IllegalArgumentException("ranges of a day do not overlap");
      }
    }
    return ordered;
  }
}
