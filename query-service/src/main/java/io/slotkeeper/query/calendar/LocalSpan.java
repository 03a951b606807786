package io.slotkeeper.query.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.XProperty;

/**
 * When an event begins and ends. Both are text already: given a zoned time, ical4j would convert it
 * by the rules that it brings along, and add zones of its own to the whole JVM.
 */
record LocalSpan(Property start, Property end) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Local times, or UTC where they would mean another hour. */
  static LocalSpan of(Instant start, Instant end, ZoneId zone) {
    boolean clear = isClear(start, zone) && isClear(end, zone);
    return clear
        ? new LocalSpan(local("DTSTART", start, zone), local("DTEND", end, zone))
        : new LocalSpan(utc("DTSTART", start), utc("DTEND", end));
  }

  /** A local time that comes twice means the first, RFC 5545, section 3.3.5. */
  private static boolean isClear(Instant instant, ZoneId zone) {
    var time = instant.atZone(zone);
    return time.withEarlierOffsetAtOverlap().equals(time);
  }

  private static Property local(String name, Instant instant, ZoneId zone) {
    var parameters = new ParameterList(List.of(new TzId(zone.getId())));
    return new XProperty(name, parameters, LOCAL.format(instant.atZone(zone)));
  }

  private static Property utc(String name, Instant instant) {
    return new XProperty(name, UTC.format(instant));
  }
}
