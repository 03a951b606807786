package io.slotkeeper.api.timetable;

import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** When the slots of any resource start, as far as opening hours go. */
record StartGrid(
    ZoneId zone,
    Duration slotLength,
    WeeklyHours weekly,
    Map<LocalDate, List<OpeningRange>> special) {

  /**
   * The starts at {@code from} or later and before {@code to}, in order, no two nearer than the
   * slot length. Of those that are too near, the earliest stays.
   */
  List<Instant> between(Instant from, Instant to) {
    var starts = new ArrayList<Instant>();
    if (from.isBefore(to)) {
      var free = Instant.MIN;
      for (var start : around(from, to)) {
        if (!start.isBefore(free)) {
          free = start.plus(slotLength);
          if (!start.isBefore(from) && start.isBefore(to)) {
            starts.add(start);
          }
        }
      }
    }
    return starts;
  }

  boolean contains(Instant start) {
    return !between(start, start.plusNanos(1)).isEmpty();
  }

  /**
   * Starts that may overlap, in order. A clock that is set back over midnight mixes the starts of
   * two dates, so the dates next to those asked for are looked at too.
   */
  private List<Instant> around(Instant from, Instant to) {
    var first = LocalDate.ofInstant(from, zone).minusDays(1);
    var last = LocalDate.ofInstant(to, zone).plusDays(1);
    return Stream.iterate(first, date -> !date.isAfter(last), date -> date.plusDays(1))
        .flatMap(date -> hoursOn(date).stream().flatMap(range -> starts(date, range)))
        .filter(SlotId::canStartAt)
        .sorted()
        .toList();
  }

  private List<OpeningRange> hoursOn(LocalDate date) {
    return special.getOrDefault(date, weekly.on(date.getDayOfWeek()));
  }

  private Stream<Instant> starts(LocalDate date, OpeningRange range) {
    int length = Math.toIntExact(slotLength.toMinutes());
    var midnight = date.atStartOfDay();
    var closing = last(midnight.plusMinutes(range.toMinute()));
    return Stream.iterate(
            range.fromMinute(), from -> from + length <= range.toMinute(), from -> from + length)
        .map(midnight::plusMinutes)
        .flatMap(local -> zone.getRules().getValidOffsets(local).stream().map(local::toInstant))
        .filter(start -> !start.plus(slotLength).isAfter(closing));
  }

  /** The last instant of a local time; for one that does not exist, the instant that skipped it. */
  private Instant last(LocalDateTime local) {
    var change = zone.getRules().getTransition(local);
    if (change == null) {
      return local.atZone(zone).toInstant();
    }
    return change.isGap() ? change.getInstant() : local.toInstant(change.getOffsetAfter());
  }
}
