package io.slotkeeper.query.slot;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.query.cache.Holds;
import io.slotkeeper.query.projection.Change;
import io.slotkeeper.query.projection.ChangeWatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Keeps the cache in step with slots. */
@Component
class SlotWatcher implements ChangeWatcher<TouchedSlot> {
  private final Holds holds;
  private final DayRefills refills;

  SlotWatcher(Holds holds, DayRefills refills) {
    this.holds = holds;
    this.refills = refills;
  }

  @Override
  public Runnable changing(Collection<Change<TouchedSlot>> changes) {
    Map<BusinessId, NavigableSet<LocalDate>> dates = new HashMap<>();
    for (var change : changes) {
      var before = change.before();
      if (before != null) {
        add(before, dates);
      }
      add(change.after(), dates);
    }
    var hold =
        holds.hold(
            dates.entrySet().stream()
                .flatMap(
                    each -> each.getValue().stream().map(d -> PublicSlots.key(each.getKey(), d)))
                .toList());
    return () -> {
      hold.release();
      hold.known().stream()
          .collect(
              groupingBy(
                  PublicSlots::businessOf, mapping(PublicSlots::dateOf, toUnmodifiableSet())))
          .forEach(refills::add);
    };
  }

  /**
   * The dates of slots that it may keep from being booked, in whatever zone: that of its business
   * may be changing at this moment, unseen.
   */
  private static void add(TouchedSlot slot, Map<BusinessId, NavigableSet<LocalDate>> dates) {
    var first = utcDate(slot.start().minus(LiveSlots.LONGEST)).minusDays(1);
    var last = utcDate(slot.end()).plusDays(1);
    var ofBusiness = dates.computeIfAbsent(slot.slotId().businessId(), id -> new TreeSet<>());
    first.datesUntil(last.plusDays(1)).forEach(ofBusiness::add);
  }

  private static LocalDate utcDate(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
