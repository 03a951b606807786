package io.slotkeeper.command.simulation;

import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which slots there are, told minute by minute: not how the services find them. */
final class Openings {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  final ZoneId zone;
  final Map<LocalDate, List<OpeningRange>> special = new HashMap<>();
  final Map<ClosureId, Closure> closures = new HashMap<>();
  final Set<ResourceId> retired = new HashSet<>();
  private WeeklyHours weekly;
  private Duration length;
  private final Map<LocalDate, List<Instant>> remembered = new HashMap<>();

  Openings(ZoneId zone, WeeklyHours weekly, Duration length) {
    this.zone = zone;
    this.weekly = weekly;
    this.length = length;
  }

  void weekly(WeeklyHours hours) {
    weekly = hours;
    remembered.clear();
  }

  void length(Duration slotLength) {
    length = slotLength;
    remembered.clear();
  }

  void special(LocalDate date, @Nullable List<OpeningRange> ranges) {
    if (ranges == null) {
      special.remove(date);
    } else {
      special.put(date, ranges);
    }
    remembered.clear();
  }

  Instant end(Instant start) {
    return start.plus(length);
  }

  LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The starts of a date's slots, closures left aside. */
  List<Instant> starts(LocalDate date) {
    return remembered.computeIfAbsent(date, this::find);
  }

  boolean isOnGrid(Instant start) {
    return starts(date(start)).contains(start);
  }

  boolean isClosed(ResourceId resource, Instant start) {
    for (var minute = start; minute.isBefore(end(start)); minute = minute.plus(MINUTE)) {
      var local = LocalDateTime.ofInstant(minute, zone);
      for (var closure : closures.values()) {
        boolean concerns = closure.resourceId() == null || closure.resourceId().equals(resource);
        if (concerns && !local.isBefore(closure.from()) && local.isBefore(closure.to())) {
          return true;
        }
      }
    }
    return false;
  }

  private List<Instant> find(LocalDate date) {
    var candidates = new TreeSet<Instant>();
    for (var day : List.of(date.minusDays(1), date, date.plusDays(1))) {
      var ranges = special.getOrDefault(day, weekly.on(day.getDayOfWeek()));
      for (var range : ranges) {
        lay(day, range, candidates);
      }
    }
    var starts = new ArrayList<Instant>();
    var free = Instant.MIN;
    for (var start : candidates) {
      if (!start.isBefore(free)) {
        free = end(start);
        if (date(start).equals(date)) {
          starts.add(start);
        }
      }
    }
    return starts;
  }

  private void lay(LocalDate day, OpeningRange range, Set<Instant> into) {
    int minutes = Math.toIntExact(length.toMinutes());
    int opens = range.fromMinute();
    int closes = range.toMinute();
    for (int at = opens; at + minutes <= closes; at += minutes) {
      var local = day.atStartOfDay().plusMinutes(at);
      for (var offset : zone.getRules().getValidOffsets(local)) {
        var start = local.toInstant(offset);
        if (isWithin(day, opens, closes, end(start).minus(MINUTE))) {
          into.add(start);
        }
      }
    }
  }

  /** Whether a minute is one of those that are open, as the clock on the wall shows it. */
  private boolean isWithin(LocalDate day, int opens, int closes, Instant minute) {
    var local = LocalDateTime.ofInstant(minute, zone);
    int ofDay = local.toLocalTime().toSecondOfDay() / 60;
    return local.toLocalDate().equals(day) && ofDay >= opens && ofDay < closes;
  }
}
