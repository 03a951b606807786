package io.slotkeeper.api.business;

import io.slotkeeper.api.business.BusinessEvent.PolicyEntry;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns value objects into the plain entries that events hold, and back. */
public final class EventEntries {
  private EventEntries() {}

  /** The hours as an event holds them, Monday first. */
  public static Map<String, List<RangeEntry>> plain(WeeklyHours hours) {
    var plain = new LinkedHashMap<String, List<RangeEntry>>();
    hours.days().forEach((day, ranges) -> plain.put(day.name(), plain(ranges)));
    return plain;
  }

  /** The ranges of a day as an event holds them. */
  public static List<RangeEntry> plain(List<OpeningRange> ranges) {
    return ranges.stream().map(range -> new RangeEntry(range.from(), range.to())).toList();
  }

  /** The policy as an event holds it. */
  public static PolicyEntry plain(BookingPolicy policy) {
    return new PolicyEntry(
        policy.slotLength().toString(),
        policy.approval().name(),
        policy.approvalWindow().toString(),
        policy.minimumNotice().toString(),
        policy.horizonDays(),
        policy.cancellationCutOff().toString(),
        policy.reminders().stream().map(Duration::toString).toList());
  }

  static WeeklyHours hours(Map<String, List<RangeEntry>> plain) {
    var days = new LinkedHashMap<DayOfWeek, List<OpeningRange>>();
    plain.forEach((day, ranges) -> days.put(DayOfWeek.valueOf(day), ranges(ranges)));
    return new WeeklyHours(days);
  }

  static List<OpeningRange> ranges(List<RangeEntry> plain) {
    return plain.stream().map(range -> new OpeningRange(range.from(), range.to())).toList();
  }

  static BookingPolicy policy(PolicyEntry plain) {
    return new BookingPolicy(
        Duration.parse(plain.slotLength()),
        Approval.valueOf(plain.approval()),
        Duration.parse(plain.approvalWindow()),
        Duration.parse(plain.minimumNotice()),
        plain.horizonDays(),
        Duration.parse(plain.cancellationCutOff()),
        plain.reminders().stream().map(Duration::parse).toList());
  }
}
