package io.slotkeeper.query.slot;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.query.cache.WriteThrough;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Fills days again that have changed. A day of slots is much work beside the booking that changes
 * it, so changes of one business are filled together as long as they wait.
 */
@Component
class DayRefills {
  private final PublicSlots slots;
  private final WriteThrough writing;
  private final Map<BusinessId, NavigableSet<LocalDate>> waiting = new HashMap<>();

  DayRefills(PublicSlots slots, WriteThrough writing) {
    this.slots = slots;
    this.writing = writing;
  }

  /** Soon, if the cache is there and has the time. */
  void add(BusinessId id, Collection<LocalDate> dates) {
    if (isFirst(id, dates) && !writing.submit(() -> fill(id))) {
      take(id);
    }
  }

  private synchronized boolean isFirst(BusinessId id, Collection<LocalDate> dates) {
    boolean first = !waiting.containsKey(id);
    waiting.computeIfAbsent(id, any -> new TreeSet<>()).addAll(dates);
    return first;
  }

  private synchronized NavigableSet<LocalDate> take(BusinessId id) {
    var dates = waiting.remove(id);
    return dates == null ? new TreeSet<>() : dates;
  }

  /** Each row of dates at once. */
  private void fill(BusinessId id) {
    var dates = take(id);
    while (!dates.isEmpty()) {
      var first = dates.removeFirst();
      var last = first;
      while (dates.remove(last.plusDays(1))) {
        last = last.plusDays(1);
      }
      slots.fill(id, first, last);
    }
  }
}
