package io.slotkeeper.api;

import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.api.timetable.Timetable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A business for examples: one chair, closed on every day, until told otherwise. */
public record Shop(BusinessState state) {
  /** Makes ids for examples. */
  public static final Ids IDS =
      new Ids(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), new Random(7));

  public static final ResourceId CHAIR = IDS.newResourceId();

  private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("HH:mmxxx");

  public static Shop in(String zone) {
    return new Shop(
        BusinessState.begin(
            new BusinessRegistered(
                IDS.newBusinessId().value(),
                "Shop",
                zone,
                "+34600111222",
                "en",
                List.of(new ResourceEntry(CHAIR.value(), "Chair")),
                Map.of(),
                EventEntries.plain(BookingPolicy.DEFAULT),
                "0".repeat(64))));
  }

  public Shop with(BusinessEvent event) {
    return new Shop(state.after(event));
  }

  public Shop slotsOf(int minutes) {
    return policy(minutes, Duration.ZERO, 30);
  }

  public Shop policy(int slotMinutes, Duration minimumNotice, int horizonDays) {
    var usual = BookingPolicy.DEFAULT;
    var policy =
        new BookingPolicy(
            Duration.ofMinutes(slotMinutes),
            usual.approval(),
            usual.approvalWindow(),
            minimumNotice,
            horizonDays,
            usual.cancellationCutOff(),
            usual.reminders());
    return with(new BookingPolicySet(id(), EventEntries.plain(policy)));
  }

  /** Ranges in the form {@code 10:00-13:00}. */
  public Shop everyDay(String... ranges) {
    var shop = this;
    for (var day : DayOfWeek.values()) {
      shop = shop.on(day, ranges);
    }
    return shop;
  }

  public Shop on(DayOfWeek day, String... ranges) {
    var hours = new LinkedHashMap<>(EventEntries.plain(state.openingHours()));
    hours.put(day.name(), entries(ranges));
    return with(new OpeningHoursSet(id(), hours));
  }

  public Shop special(String date, String... ranges) {
    return with(new SpecialHoursSet(id(), date, entries(ranges)));
  }

  public Shop closed(String from, String to) {
    return closed(null, from, to);
  }

  public Shop closed(@Nullable ResourceId resourceId, String from, String to) {
    var resource = resourceId == null ? null : resourceId.value();
    var closureId = IDS.newClosureId().value();
    return with(new ClosureAdded(id(), closureId, from, to, resource, null));
  }

  public Shop add(ResourceId resourceId) {
    return with(new ResourceAdded(id(), resourceId.value(), "Another"));
  }

  public Shop retire(ResourceId resourceId) {
    return with(new ResourceRetired(id(), resourceId.value()));
  }

  public Timetable timetable() {
    return state.timetable();
  }

  public SlotId slot(String start) {
    return new SlotId(state.businessId(), CHAIR, Instant.parse(start));
  }

  /** The starts on a local date, in the form {@code 10:00+02:00}. */
  public List<String> starts(String date) {
    return starts(CHAIR, date);
  }

  public List<String> starts(ResourceId resourceId, String date) {
    var day = LocalDate.parse(date);
    return timetable().between(resourceId, midnight(day), midnight(day.plusDays(1))).stream()
        .map(OfferedSlot::start)
        .map(start -> START.format(start.atZone(zone())))
        .toList();
  }

  private Instant midnight(LocalDate date) {
    return date.atStartOfDay(zone()).toInstant();
  }

  private ZoneId zone() {
    return state.timeZone();
  }

  private String id() {
    return state.businessId().value();
  }

  private static List<RangeEntry> entries(String... ranges) {
    return Arrays.stream(ranges)
        .map(range -> new RangeEntry(range.substring(0, 5), range.substring(6)))
        .toList();
  }
}
