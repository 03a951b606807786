package io.slotkeeper.query.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * What a zone does over some time, by the rules of the JDK, with which the slots were made. Each
 * change of the clocks is listed by itself: not every zone has a rule, Morocco's follow the moon.
 */
final class ZoneDefinition {
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

  private ZoneDefinition() {}

  /** The definition that is right from one instant to another. */
  static VTimeZone of(ZoneId zone, Instant from, Instant to) {
    return new VTimeZone(
        new PropertyList(List.of(new TzId(zone.getId()))),
        new ComponentList<>(observances(zone.getRules(), from, to)));
  }

  private static List<Observance> observances(ZoneRules rules, Instant from, Instant to) {
    var observances = new ArrayList<Observance>();
    var next = lastReturnToStandardTime(rules, from);
    if (next == null) {
      var offset = rules.getOffset(from);
      observances.add(new Standard(properties(LONG_AGO, offset, offset)));
      next = rules.nextTransition(from);
    }
    while (next != null && !next.getInstant().isAfter(to)) {
      observances.add(observance(rules, next));
      next = rules.nextTransition(next.getInstant());
    }
    return observances;
  }

  /** The list begins in standard time, since some readers take that for what was before it. */
  private static @Nullable ZoneOffsetTransition lastReturnToStandardTime(
      ZoneRules rules, Instant from) {
    var last = rules.previousTransition(from.plusNanos(1));
    while (last != null && rules.isDaylightSavings(last.getInstant())) {
      last = rules.previousTransition(last.getInstant());
    }
    return last == null || last.getInstant().isBefore(Instant.EPOCH) ? null : last;
  }

  private static Observance observance(ZoneRules rules, ZoneOffsetTransition change) {
    var properties =
        properties(change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter());
    return rules.isDaylightSavings(change.getInstant())
        ? new Daylight(properties)
        : new Standard(properties);
  }

  private static PropertyList properties(LocalDateTime onset, ZoneOffset from, ZoneOffset to) {
    return new PropertyList(
        List.of(new DtStart<>(onset), new TzOffsetFrom(from), new TzOffsetTo(to)));
  }
}
