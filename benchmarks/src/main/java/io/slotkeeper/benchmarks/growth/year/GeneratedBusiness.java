package io.slotkeeper.benchmarks.growth.year;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A business, and those of its slots that something has happened to and that are not over. */
final class GeneratedBusiness {
  /** How many events each has: it opens, and is closed on two days of the year. */
  static final int EVENTS = 3;

  private static final String TYPE = "Business";
  private static final int TRIES = 6;
  private static final List<String> ZONES =
      List.of("Europe/Madrid", "Europe/London", "America/New_York", "America/Bogota", "UTC");
  private static final List<Duration> LENGTHS =
      List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(60));
  private static final List<Duration> REMINDERS =
      List.of(Duration.ofHours(24), Duration.ofHours(2));

  private final World world;
  private final Journal journal;
  private final List<ResourceId> resourceIds;
  private final Map<ResourceId, NavigableMap<Instant, SlotLife>> lives = new HashMap<>();
  private BusinessState state;
  private long version;

  /**
   * Opens one.
   *
   * @param number from 0; those with low ones have more resources
   * @param keyHash of the key that its owner has
   */
  GeneratedBusiness(World world, Journal journal, BusinessId id, int number, String keyHash) {
    this.world = world;
    this.journal = journal;
    this.resourceIds =
        Stream.generate(world.ids()::newResourceId)
            .limit(number < 50 ? 6 : 1 + number % 3)
            .toList();
    var registered = registered(id, number, keyHash);
    this.state = BusinessState.begin(registered);
    journal.append(
        TYPE, id.value(), version, registered, journal.asked("admin", "http:POST /api/businesses"));
    for (int i = 1; i < EVENTS; i++) {
      world.at(
          world.now().plus(world.chance().between(Duration.ofDays(1), Year.LENGTH)), this::close);
    }
  }

  private BusinessRegistered registered(BusinessId id, int number, String keyHash) {
    var chance = world.chance();
    var entries = new ArrayList<ResourceEntry>();
    resourceIds.forEach(
        each -> entries.add(new ResourceEntry(each.value(), "Chair " + (entries.size() + 1))));
    var policy =
        new BookingPolicy(
            chance.any(LENGTHS),
            number % 2 == 0 ? Approval.AUTOMATIC : Approval.MANUAL,
            Duration.ofHours(2),
            Duration.ZERO,
            30,
            Duration.ofHours(2),
            REMINDERS);
    return new BusinessRegistered(
        id.value(),
        "Business %04d".formatted(number),
        chance.any(ZONES),
        "+3491%07d".formatted(number),
        number % 2 == 0 ? "es" : "en",
        entries,
        hours(),
        EventEntries.plain(policy),
        keyHash);
  }

  private static Map<String, List<RangeEntry>> hours() {
    var hours = new LinkedHashMap<String, List<RangeEntry>>();
    for (var day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
      hours.put(day, List.of(new RangeEntry("09:00", "13:30"), new RangeEntry("15:00", "20:00")));
    }
    hours.put("SATURDAY", List.of(new RangeEntry("10:00", "14:00")));
    return hours;
  }

  /** Takes a day off that is beyond what can be booked yet. */
  private void close() {
    var date = LocalDate.ofInstant(world.now(), state.timeZone()).plusDays(31);
    var event =
        new ClosureAdded(
            id().value(),
            world.ids().newClosureId().value(),
            date.atStartOfDay().toString(),
            date.plusDays(1).atStartOfDay().toString(),
            null,
            "Holiday");
    apply(event, journal.asked("owner:" + id(), "http:POST /api/businesses/{businessId}/closures"));
  }

  private void apply(BusinessEvent event, Asked asked) {
    state = state.after(event);
    journal.append(TYPE, id().value(), ++version, event, asked);
  }

  BusinessId id() {
    return state.businessId();
  }

  BusinessState state() {
    return state;
  }

  boolean isAutomatic() {
    return state.policy().approval() == Approval.AUTOMATIC;
  }

  /** Some slot of the coming weeks that is free, if one is soon found. */
  Optional<SlotLife> findFree() {
    var chance = world.chance();
    for (int i = 0; i < TRIES; i++) {
      var resourceId = chance.any(resourceIds);
      var date = LocalDate.ofInstant(world.now(), state.timeZone()).plusDays(chance.below(21));
      var from = date.atStartOfDay(state.timeZone()).toInstant();
      var to = date.plusDays(1).atStartOfDay(state.timeZone()).toInstant();
      var free =
          state.timetable().between(resourceId, from, to).stream()
              .filter(slot -> slot.start().isAfter(world.now().plus(Duration.ofMinutes(10))))
              .filter(this::isFree)
              .toList();
      if (!free.isEmpty()) {
        return Optional.of(life(chance.any(free)));
      }
    }
    return Optional.empty();
  }

  private boolean isFree(OfferedSlot slot) {
    var life = of(slot).get(slot.start());
    return life == null || life.isFree();
  }

  private SlotLife life(OfferedSlot slot) {
    return of(slot).computeIfAbsent(slot.start(), start -> new SlotLife(slot, journal));
  }

  private NavigableMap<Instant, SlotLife> of(OfferedSlot slot) {
    return lives.computeIfAbsent(slot.slotId().resourceId(), id -> new TreeMap<>());
  }

  /** Forgets what has begun before this slot, of its resource. */
  void isOver(SlotLife life) {
    of(life.slot()).headMap(life.slot().start(), true).clear();
  }

  /** Those that are held and not over. */
  Stream<SlotLife> held() {
    return lives.values().stream()
        .flatMap(each -> each.values().stream())
        .filter(life -> !life.isFree());
  }
}
