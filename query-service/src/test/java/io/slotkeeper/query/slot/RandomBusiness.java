package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.query.History;
import io.slotkeeper.query.QueryService;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A business with any hours, policy, closures and zone, a few days before its clocks change. */
record RandomBusiness(BusinessId id, ZoneId zone, List<ResourceId> resources, History history) {
  private static final List<String> ZONES =
      List.of(
          "Europe/Madrid",
          "America/New_York",
          "Australia/Lord_Howe",
          "Africa/Cairo",
          "Asia/Kathmandu",
          "America/Havana",
          "Pacific/Apia",
          "Africa/Casablanca");

  /** Sets the clock of the service too; the events are in the history, not fed yet. */
  static RandomBusiness with(QueryService service, Random random) {
    var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    var now = changeOfClocks(zone, random).minus(Duration.ofMinutes(random.nextInt(4 * 1440)));
    service.clock().set(now);
    var history = service.history();
    var resources = Stream.generate(history::newResource).limit(1 + random.nextInt(3)).toList();
    var id =
        history.business(
            "Any",
            zone.getId(),
            hours(random),
            policy(random),
            resources.toArray(ResourceId[]::new));
    change(history, id.value(), resources, LocalDate.ofInstant(now, zone), random);
    return new RandomBusiness(id, zone, resources, history);
  }

  /** Some change of the clocks, or any moment in zones that have none. */
  private static Instant changeOfClocks(ZoneId zone, Random random) {
    var after = QueryService.NOW.plus(Duration.ofDays(random.nextInt(700)));
    var transition = zone.getRules().nextTransition(after);
    return transition == null ? after : transition.getInstant();
  }

  private static BookingPolicy policy(Random random) {
    var standard = BookingPolicy.DEFAULT;
    return new BookingPolicy(
        Duration.ofMinutes(15 + 5 * random.nextInt(20)),
        standard.approval(),
        standard.approvalWindow(),
        Duration.ofMinutes(random.nextInt(600)),
        1 + random.nextInt(6),
        standard.cancellationCutOff(),
        standard.reminders());
  }

  private static WeeklyHours hours(Random random) {
    var days = new EnumMap<DayOfWeek, List<OpeningRange>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      days.put(day, ranges(random));
    }
    return new WeeklyHours(days);
  }

  private static List<OpeningRange> ranges(Random random) {
    var ranges = new ArrayList<OpeningRange>();
    int minute = 5 * random.nextInt(60);
    while (minute < 1400 && ranges.size() < 3) {
      int end = Math.min(1440, minute + 5 * (6 + random.nextInt(120)));
      ranges.add(new OpeningRange(time(minute), time(end)));
      minute = end + 5 * random.nextInt(40);
    }
    return ranges;
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static void change(
      History history, String id, List<ResourceId> resources, LocalDate today, Random random) {
    for (int i = 0; i < random.nextInt(5); i++) {
      var date = today.plusDays(random.nextInt(6));
      var resource = resources.get(random.nextInt(resources.size())).value();
      switch (random.nextInt(6)) {
        case 0 ->
            history.add(
                new BusinessEvent.SpecialHoursSet(
                    id, date.toString(), EventEntries.plain(ranges(random))));
        case 1 -> history.add(new BusinessEvent.SpecialHoursSet(id, date.toString(), List.of()));
        case 2, 3 -> {
          var from = date.atStartOfDay().plusMinutes(5L * random.nextInt(288));
          history.add(
              new BusinessEvent.ClosureAdded(
                  id,
                  history.ids().newClosureId().value(),
                  from.toString(),
                  from.plusMinutes(5L + 5L * random.nextInt(400)).toString(),
                  random.nextBoolean() ? resource : null,
                  null));
        }
        case 4 -> history.add(new BusinessEvent.ResourceRetired(id, resource));
        default -> {
          if (random.nextInt(4) == 0) {
            history.add(new BusinessEvent.BusinessSuspended(id));
          }
        }
      }
    }
  }
}
