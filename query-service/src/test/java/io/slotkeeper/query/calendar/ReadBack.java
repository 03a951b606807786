package io.slotkeeper.query.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/** A calendar as a reader has it who knows no zone but the one that is written in it. */
record ReadBack(String text, Calendar calendar) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Reads and validates; the strictest rules that ical4j has. */
  static ReadBack of(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    try {
      var calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
      assertThat(calendar.validate().getEntries()).as(text).isEmpty();
      return new ReadBack(text, calendar);
    } catch (IOException | ParserException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** Its lines as they are on the wire. */
  List<String> lines() {
    return Arrays.asList(text.split("\r\n"));
  }

  List<VEvent> events() {
    return calendar.getComponents(Component.VEVENT);
  }

  VEvent event(String uid) {
    return events().stream()
        .filter(e -> value(e, Property.UID).equals(uid))
        .findFirst()
        .orElseThrow();
  }

  VTimeZone zone() {
    List<VTimeZone> zones = calendar.getComponents(Component.VTIMEZONE);
    assertThat(zones).hasSize(1);
    return zones.getFirst();
  }

  static String value(VEvent event, String property) {
    Optional<Property> found = event.getProperty(property);
    return found.map(Property::getValue).orElse("");
  }

  Instant start(VEvent event) {
    return instant(event.getRequiredProperty(Property.DTSTART));
  }

  Instant end(VEvent event) {
    return instant(event.getRequiredProperty(Property.DTEND));
  }

  /** RFC 5545 by the letter: in a gap the offset before it, of two times the first. */
  private Instant instant(Property property) {
    var line = property.toString().strip();
    var written = line.substring(line.lastIndexOf(':') + 1);
    if (written.endsWith("Z")) {
      return UTC.parse(written, Instant::from);
    }
    assertThat(line).contains(";TZID=");
    var local = LocalDateTime.parse(written, LOCAL);
    Instant latest = Instant.MIN;
    ZoneOffset offset = null;
    for (var observance : zone().getObservances()) {
      DtStart<LocalDateTime> onset = observance.getRequiredProperty(Property.DTSTART);
      var before = before(observance);
      var at = onset.getDate().toInstant(before);
      if (!at.isAfter(local.toInstant(before)) && at.isAfter(latest)) {
        latest = at;
        offset = isFirstPass(observance, onset.getDate(), local) ? before : after(observance);
      }
    }
    assertThat(offset).as("%s has no offset", line).isNotNull();
    return local.toInstant(offset == null ? ZoneOffset.UTC : offset);
  }

  /** Whether the clocks are still to come to this time once more, or never come to it. */
  private static boolean isFirstPass(
      Observance observance, LocalDateTime onset, LocalDateTime local) {
    int gain = after(observance).getTotalSeconds() - before(observance).getTotalSeconds();
    return gain > 0 && local.isBefore(onset.plusSeconds(gain));
  }

  private static ZoneOffset before(Observance observance) {
    TzOffsetFrom from = observance.getRequiredProperty(Property.TZOFFSETFROM);
    return from.getOffset();
  }

  private static ZoneOffset after(Observance observance) {
    TzOffsetTo to = observance.getRequiredProperty(Property.TZOFFSETTO);
    return to.getOffset();
  }
}
