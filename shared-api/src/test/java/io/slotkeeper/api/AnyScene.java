package io.slotkeeper.api;

import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.BusinessStatus;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Random businesses and moments at which the clocks of their zones are about to change. */
public final class AnyScene implements ArbitraryProvider {
  /**
   * A business at a moment.
   *
   * @param moment within two days of a change of the clock, where the zone has any
   */
  public record Scene(BusinessState business, Instant moment) {}

  private static final BusinessId BUSINESS = Shop.IDS.newBusinessId();
  private static final List<ResourceId> RESOURCES =
      List.of(Shop.IDS.newResourceId(), Shop.IDS.newResourceId(), Shop.IDS.newResourceId());
  private static final int DAY = 24 * 60;

  @Override
  public boolean canProvideFor(TypeUsage targetType) {
    return targetType.isOfType(Scene.class);
  }

  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
    return Set.of(scenes());
  }

  private static Arbitrary<Scene> scenes() {
    return Combinators.combine(zones(), years(), Arbitraries.integers().between(-2880, 2880))
        .as(AnyScene::moment)
        .flatMap(where -> businesses(where.get1(), where.get2()));
  }

  private static Tuple.Tuple2<ZoneId, Instant> moment(ZoneId zone, Instant year, int minutes) {
    var change = zone.getRules().nextTransition(year);
    var around = change == null ? year : change.getInstant();
    return Tuple.of(zone, around.plus(Duration.ofMinutes(minutes)));
  }

  private static Arbitrary<Scene> businesses(ZoneId zone, Instant moment) {
    var today = LocalDate.ofInstant(moment, zone);
    return Combinators.combine(
            policies(),
            weeks(),
            specials(today),
            closures(today.atStartOfDay()),
            resources(),
            statuses())
        .as(
            (policy, week, special, closures, resources, status) ->
                new Scene(
                    new BusinessState(
                        BUSINESS,
                        status,
                        "Shop",
                        zone,
                        "+34600111222",
                        "en",
                        "0".repeat(64),
                        null,
                        policy,
                        week,
                        special,
                        closures,
                        resources),
                    moment));
  }

  private static Arbitrary<ZoneId> zones() {
    var all = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
    var telling =
        Stream.of(
                "Europe/Madrid",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/Havana",
                "Atlantic/Azores",
                "Africa/Cairo",
                "Africa/Casablanca",
                "America/St_Johns",
                "Antarctica/Troll",
                "Asia/Kathmandu",
                "Pacific/Apia")
            .map(ZoneId::of)
            .toList();
    return Arbitraries.oneOf(Arbitraries.of(telling), Arbitraries.of(all));
  }

  /** Since 1985 all offsets are whole minutes, and the rules of today reach on for ever. */
  private static Arbitrary<Instant> years() {
    return Arbitraries.integers()
        .between(1985 * 12, 2040 * 12)
        .map(month -> LocalDate.of(month / 12, month % 12 + 1, 1))
        .map(date -> date.atStartOfDay(ZoneId.of("UTC")).toInstant());
  }

  private static Arbitrary<BookingPolicy> policies() {
    var length =
        Arbitraries.oneOf(
            Arbitraries.of(5, 10, 15, 20, 30, 45, 60, 90, 120),
            Arbitraries.integers().between(5, 100),
            Arbitraries.integers().between(5, 480));
    var notice =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)), Tuple.of(3, Arbitraries.integers().between(0, 3000)));
    return Combinators.combine(length, notice, Arbitraries.integers().between(1, 4))
        .as(
            (minutes, minimumNotice, horizonDays) ->
                new BookingPolicy(
                    Duration.ofMinutes(minutes),
                    Approval.MANUAL,
                    Duration.ofHours(2),
                    Duration.ofMinutes(minimumNotice),
                    horizonDays,
                    Duration.ZERO,
                    List.of()));
  }

  private static Arbitrary<WeeklyHours> weeks() {
    return days()
        .list()
        .ofSize(7)
        .map(
            days -> {
              var week = new EnumMap<DayOfWeek, List<OpeningRange>>(DayOfWeek.class);
              for (var day : DayOfWeek.values()) {
                week.put(day, days.get(day.getValue() - 1));
              }
              return new WeeklyHours(week);
            });
  }

  private static Arbitrary<Map<LocalDate, List<OpeningRange>>> specials(LocalDate today) {
    return Arbitraries.maps(Arbitraries.integers().between(-3, 3).map(today::plusDays), days())
        .ofMaxSize(3)
        .map(HashMap::new);
  }

  /** Ranges between sorted minutes; every other stretch is a break, unless they touch. */
  private static Arbitrary<List<OpeningRange>> days() {
    var minute =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(0, DAY)),
            Tuple.of(2, Arbitraries.integers().between(0, 96).map(quarter -> quarter * 15)),
            Tuple.of(2, Arbitraries.integers().between(0, DAY)));
    return Combinators.combine(
            minute
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(minutes -> minutes.stream().sorted().toList()),
            Arbitraries.of(1, 2))
        .as(AnyScene::ranges);
  }

  private static List<OpeningRange> ranges(List<Integer> minutes, int step) {
    var ranges = new ArrayList<OpeningRange>();
    for (int i = 1; i < minutes.size(); i += step) {
      ranges.add(new OpeningRange(time(minutes.get(i - 1)), time(minutes.get(i))));
    }
    return ranges;
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static Arbitrary<Map<ClosureId, Closure>> closures(LocalDateTime today) {
    var start = Arbitraries.integers().between(-3 * DAY, 3 * DAY);
    var length =
        Arbitraries.oneOf(Arbitraries.integers().between(1, 120), Arbitraries.of(60, DAY, 2 * DAY));
    var resource = Arbitraries.integers().between(-3, RESOURCES.size() - 1);
    return Combinators.combine(start, length, resource)
        .as(
            (from, minutes, index) ->
                new Closure(
                    Shop.IDS.newClosureId(),
                    today.plusMinutes(from),
                    today.plusMinutes(from + minutes),
                    index < 0 ? null : RESOURCES.get(index),
                    null))
        .list()
        .ofMaxSize(3)
        .map(
            closures -> {
              var byId = new LinkedHashMap<ClosureId, Closure>();
              closures.forEach(closure -> byId.put(closure.closureId(), closure));
              return byId;
            });
  }

  private static Arbitrary<Map<ResourceId, Resource>> resources() {
    return Combinators.combine(
            Arbitraries.shuffle(RESOURCES),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 9))
        .as(
            (ids, size, retired) -> {
              var byId = new LinkedHashMap<ResourceId, Resource>();
              for (int i = 0; i < size; i++) {
                byId.put(ids.get(i), new Resource(ids.get(i), "Chair", i == retired));
              }
              return byId;
            });
  }

  private static Arbitrary<BusinessStatus> statuses() {
    return Arbitraries.frequency(
        Tuple.of(8, BusinessStatus.ACTIVE),
        Tuple.of(1, BusinessStatus.SUSPENDED),
        Tuple.of(1, BusinessStatus.CLOSED));
  }
}
