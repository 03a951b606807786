package io.slotkeeper.api.timetable;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which slots a business has: a pure function of its hours, closures and resources, and of nothing
 * else. Slots are laid from the start of each opening range in local time. A local time that does
 * not exist (spring) is skipped, one that exists twice (autumn) is offered at each of its instants.
 * No two slots of a resource overlap in real time, the earlier one stays; each lasts its full
 * length, and none outlasts its opening range or is closed for a moment.
 *
 * @param businessId whose timetable it is
 * @param zone in which the hours are meant
 * @param slotLength whole minutes
 * @param weekly hours of the ordinary week
 * @param special hours of single dates, in place of the weekly ones
 * @param closures what is taken off
 * @param resources what can be booked; retired ones have no slots
 */
public record Timetable(
    BusinessId businessId,
    ZoneId zone,
    Duration slotLength,
    WeeklyHours weekly,
    Map<LocalDate, List<OpeningRange>> special,
    List<Closure> closures,
    List<Resource> resources) {

  /** The slots that start at {@code from} or later and before {@code to}, by start and resource. */
  public List<OfferedSlot> between(Instant from, Instant to) {
    return between(activeResources(), from, to);
  }

  /** The slots of one resource that start at {@code from} or later and before {@code to}. */
  public List<OfferedSlot> between(ResourceId resourceId, Instant from, Instant to) {
    return between(activeResources().filter(resourceId::equals), from, to);
  }

  /** The slot of a resource that starts at an instant, if there is one. */
  public Optional<OfferedSlot> at(ResourceId resourceId, Instant start) {
    return onGrid(resourceId, start).filter(slot -> !closedFor(resourceId).touches(slot));
  }

  /** The same, as if there were no closures. */
  public Optional<OfferedSlot> onGrid(ResourceId resourceId, Instant start) {
    return offers(resourceId) && grid().contains(start)
        ? Optional.of(slot(resourceId, start))
        : Optional.empty();
  }

  /** Whether a resource has slots at all: it is one of this business and not retired. */
  public boolean offers(ResourceId resourceId) {
    return activeResources().anyMatch(resourceId::equals);
  }

  /** The business's date at an instant. */
  public LocalDate localDate(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private List<OfferedSlot> between(Stream<ResourceId> resourceIds, Instant from, Instant to) {
    var closed = new TreeMap<ResourceId, ClosedTime>(Comparator.comparing(ResourceId::value));
    resourceIds.forEach(resourceId -> closed.put(resourceId, closedFor(resourceId)));
    var slots = new ArrayList<OfferedSlot>();
    for (var start : grid().between(from, to)) {
      closed.forEach(
          (resourceId, closedTime) -> {
            var slot = slot(resourceId, start);
            if (!closedTime.touches(slot)) {
              slots.add(slot);
            }
          });
    }
    return Collections.unmodifiableList(slots);
  }

  private Stream<ResourceId> activeResources() {
    return resources.stream().filter(resource -> !resource.retired()).map(Resource::resourceId);
  }

  private StartGrid grid() {
    return new StartGrid(zone, slotLength, weekly, special);
  }

  private ClosedTime closedFor(ResourceId resourceId) {
    var own =
        closures.stream()
            .filter(
                closure -> closure.resourceId() == null || closure.resourceId().equals(resourceId))
            .toList();
    return new ClosedTime(zone.getRules(), own);
  }

  private OfferedSlot slot(ResourceId resourceId, Instant start) {
    return new OfferedSlot(new SlotId(businessId, resourceId, start), start.plus(slotLength));
  }
}
