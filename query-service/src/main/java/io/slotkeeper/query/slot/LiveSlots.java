package io.slotkeeper.query.slot;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The slots that keep others out at a moment, by resource and start. */
final class LiveSlots {
  /** No slot is longer, so none that starts earlier reaches into another. */
  static final Duration LONGEST = Duration.ofHours(8);

  private final Map<ResourceId, NavigableMap<Instant, TouchedSlot>> byResource = new HashMap<>();

  LiveSlots(List<TouchedSlot> touched, Instant now) {
    touched.stream()
        .filter(slot -> slot.isLive(now))
        .forEach(
            slot ->
                byResource
                    .computeIfAbsent(slot.slotId().resourceId(), id -> new TreeMap<>())
                    .put(slot.start(), slot));
  }

  Collection<TouchedSlot> all() {
    return byResource.values().stream().flatMap(slots -> slots.values().stream()).toList();
  }

  Optional<TouchedSlot> at(SlotId id) {
    return Optional.ofNullable(of(id.resourceId()).get(id.start()));
  }

  boolean overlap(OfferedSlot slot) {
    return of(slot.slotId().resourceId())
        .subMap(slot.start().minus(LONGEST), slot.end())
        .values()
        .stream()
        .anyMatch(live -> slot.overlaps(live.start(), live.end()));
  }

  private NavigableMap<Instant, TouchedSlot> of(ResourceId id) {
    return byResource.getOrDefault(id, new TreeMap<>());
  }
}
