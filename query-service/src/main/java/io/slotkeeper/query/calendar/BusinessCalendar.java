package io.slotkeeper.query.calendar;

import static net.fortuna.ical4j.model.property.immutable.ImmutableCalScale.GREGORIAN;
import static net.fortuna.ical4j.model.property.immutable.ImmutableMethod.PUBLISH;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CANCELLED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_CONFIRMED;
import static net.fortuna.ical4j.model.property.immutable.ImmutableStatus.VEVENT_TENTATIVE;
import static net.fortuna.ical4j.model.property.immutable.ImmutableVersion.VERSION_2_0;

import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.platform.privacy.KeyRing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;

/** The calendar of a business while it is put together; the same parts give the same text. */
final class BusinessCalendar {
  private static final Duration REFRESH = Duration.ofMinutes(5);

  /** RFC 5546 asks for an organizer in what is published. This address says that it has no mail. */
  private static final URI NO_MAIL = URI.create("invalid:nomail");

  private final BusinessState business;
  private final KeyRing keys;
  private final String name;
  private final List<CalendarComponent> components = new ArrayList<>();

  BusinessCalendar(BusinessState business, KeyRing keys) {
    this.business = business;
    this.keys = keys;
    this.name = Legible.line(business.name());
  }

  void add(VTimeZone zone) {
    components.add(zone);
  }

  void add(CalendarEntry entry) {
    var span = LocalSpan.of(entry.start(), entry.end(), business.timeZone());
    var properties = new ArrayList<Property>();
    properties.add(new Uid(entry.bookingId() + "@slotkeeper"));
    properties.add(new Sequence(Math.toIntExact(entry.version())));
    properties.add(new DtStamp(entry.changedAt()));
    properties.add(new LastModified(entry.changedAt()));
    properties.add(status(entry.status()));
    properties.add(span.start());
    properties.add(span.end());
    properties.add(new Organizer(new ParameterList(List.of(new Cn(name))), NO_MAIL));
    properties.add(new Summary(Legible.line(keys.open(entry.customerName()))));
    var resource = business.resources().get(entry.resourceId());
    if (resource != null) {
      properties.add(new Location(Legible.line(resource.name())));
    }
    var description = description(entry);
    if (!description.isEmpty()) {
      properties.add(new Description(description));
    }
    components.add(new VEvent(new PropertyList(properties)));
  }

  /** In lines that are not folded yet. */
  String text() {
    var properties =
        List.<Property>of(
            new ProdId("-//Slotkeeper//Slotkeeper//EN"),
            VERSION_2_0,
            GREGORIAN,
            PUBLISH,
            new XProperty("X-WR-CALNAME", name),
            new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
            new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    return new Calendar(new PropertyList(properties), new ComponentList<>(components)).toString();
  }

  private static Status status(BookingStatus status) {
    return switch (status) {
      case PENDING -> VEVENT_TENTATIVE;
      case CONFIRMED, COMPLETED, NO_SHOW -> VEVENT_CONFIRMED;
      case CANCELLED, REJECTED, EXPIRED -> VEVENT_CANCELLED;
    };
  }

  private String description(CalendarEntry entry) {
    return Stream.of(
            Legible.line(keys.open(entry.customerPhone())),
            Legible.lines(keys.openIfAny(entry.note())))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
