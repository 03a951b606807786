package io.slotkeeper.api.timetable;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds slots as a person would who sits in the shop with a clock on the wall, and looks up every
 * minute: slow, and unlike the timetable in every step.
 */
public final class MinuteWalk {
  private record Open(LocalDate date, OpeningRange range) {}

  private record Minute(Instant at, int ofDay, Open open) {}

  private final Timetable timetable;
  private final long length;
  private final Instant from;
  private final Instant to;
  private final List<Minute> minutes = new ArrayList<>();
  private final Map<Open, Instant> closing = new HashMap<>();
  private final List<Instant> starts = new ArrayList<>();

  /** Walks from some days before a window to some days after it. */
  public MinuteWalk(Timetable timetable, Instant from, Instant to) {
    this.timetable = timetable;
    this.length = timetable.slotLength().toMinutes();
    this.from = from;
    this.to = to;
    lookUpEveryMinute();
    seeWhenSlotsStart();
  }

  /** The slots that start in the window, closed or not. */
  public List<OfferedSlot> onGrid() {
    var resources =
        timetable.resources().stream()
            .filter(resource -> !resource.retired())
            .map(Resource::resourceId)
            .sorted(Comparator.comparing(ResourceId::value))
            .toList();
    var slots = new ArrayList<OfferedSlot>();
    for (var start : starts) {
      for (var resourceId : resources) {
        var slotId = new SlotId(timetable.businessId(), resourceId, start);
        slots.add(new OfferedSlot(slotId, start.plus(length, ChronoUnit.MINUTES)));
      }
    }
    return slots;
  }

  /** The slots that start in the window and are not closed. */
  public List<OfferedSlot> slots() {
    return onGrid().stream().filter(slot -> !isClosed(slot)).toList();
  }

  /** Whether a closure of the resource, or of the whole business, covers a minute of the slot. */
  public boolean isClosed(OfferedSlot slot) {
    for (var minute = slot.start(); minute.isBefore(slot.end()); minute = next(minute)) {
      for (var closure : timetable.closures()) {
        var concerns =
            closure.resourceId() == null || closure.resourceId().equals(slot.slotId().resourceId());
        if (concerns && covers(closure, wall(minute))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean covers(Closure closure, LocalDateTime local) {
    return !local.isBefore(closure.from()) && local.isBefore(closure.to());
  }

  private void lookUpEveryMinute() {
    var begin = from.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
    for (var at = begin; at.isBefore(to.plus(2, ChronoUnit.DAYS)); at = next(at)) {
      var local = wall(at);
      var open = open(local);
      if (open != null) {
        closing.put(open, next(at));
        minutes.add(new Minute(at, minuteOf(local), open));
      }
    }
  }

  private void seeWhenSlotsStart() {
    var busyUntil = Instant.MIN;
    for (var minute : minutes) {
      var end = minute.at().plus(length, ChronoUnit.MINUTES);
      if (isLaidOut(minute.open().range(), minute.ofDay())
          && !minute.at().isBefore(busyUntil)
          && !end.isAfter(closing.get(minute.open()))) {
        busyUntil = end;
        if (!minute.at().isBefore(from) && minute.at().isBefore(to)) {
          starts.add(minute.at());
        }
      }
    }
  }

  private boolean isLaidOut(OpeningRange range, int minute) {
    return (minute - range.fromMinute()) % length == 0 && minute + length <= range.toMinute();
  }

  private @Nullable Open open(LocalDateTime local) {
    var date = local.toLocalDate();
    var special = timetable.special().get(date);
    var ranges = special == null ? timetable.weekly().on(date.getDayOfWeek()) : special;
    for (var range : ranges) {
      if (range.fromMinute() <= minuteOf(local) && minuteOf(local) < range.toMinute()) {
        return new Open(date, range);
      }
    }
    return null;
  }

  private LocalDateTime wall(Instant minute) {
    return minute.atZone(timetable.zone()).toLocalDateTime();
  }

  private static int minuteOf(LocalDateTime local) {
    return local.getHour() * 60 + local.getMinute();
  }

  private static Instant next(Instant minute) {
    return minute.plus(1, ChronoUnit.MINUTES);
  }
}
