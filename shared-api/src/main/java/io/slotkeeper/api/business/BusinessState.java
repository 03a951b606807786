package io.slotkeeper.api.business;

import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.ClosureId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.business.BusinessEvent.ApiKeyRotated;
import io.slotkeeper.api.business.BusinessEvent.BookingPolicySet;
import io.slotkeeper.api.business.BusinessEvent.BusinessClosed;
import io.slotkeeper.api.business.BusinessEvent.BusinessProfileChanged;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.BusinessResumed;
import io.slotkeeper.api.business.BusinessEvent.BusinessSuspended;
import io.slotkeeper.api.business.BusinessEvent.CalendarLinkRotated;
import io.slotkeeper.api.business.BusinessEvent.ClosureAdded;
import io.slotkeeper.api.business.BusinessEvent.ClosureRemoved;
import io.slotkeeper.api.business.BusinessEvent.OpeningHoursSet;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceRenamed;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursCleared;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.timetable.Closure;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.Resource;
import io.slotkeeper.api.timetable.Timetable;
import io.slotkeeper.api.timetable.WeeklyHours;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A business as its events tell it. Both services fold the same events through this one type, so
 * that what is listed and what is accepted cannot differ. Immutable.
 *
 * @param businessId names it
 * @param status what it is open for
 * @param name what people call it
 * @param timeZone in which its hours are meant
 * @param whatsappNumber of the owner, E.164
 * @param locale BCP 47 tag of its messages
 * @param apiKeyHash SHA-256 of the owner's key, in hexadecimal
 * @param calendarKeyHash SHA-256 of the key in the calendar's secret link, in hexadecimal; absent
 *     while there is no link
 * @param policy how it takes bookings
 * @param openingHours of the ordinary week
 * @param specialHours by date, in place of the weekly hours
 * @param closures in the order in which they were added
 * @param resources in the order in which they were added, retired ones too
 */
public record BusinessState(
    BusinessId businessId,
    BusinessStatus status,
    String name,
    ZoneId timeZone,
    String whatsappNumber,
    String locale,
    String apiKeyHash,
    @Nullable String calendarKeyHash,
    BookingPolicy policy,
    WeeklyHours openingHours,
    Map<LocalDate, List<OpeningRange>> specialHours,
    Map<ClosureId, Closure> closures,
    Map<ResourceId, Resource> resources) {

  /** The state that the first event begins. */
  public static BusinessState begin(BusinessRegistered event) {
    var resources = new LinkedHashMap<ResourceId, Resource>();
    event
        .resources()
        .forEach(
            entry -> {
              var id = new ResourceId(entry.resourceId());
              resources.put(id, new Resource(id, entry.name(), false));
            });
    return new BusinessState(
        new BusinessId(event.businessId()),
        BusinessStatus.ACTIVE,
        event.name(),
        ZoneId.of(event.timeZone()),
        event.whatsappNumber(),
        event.locale(),
        event.apiKeyHash(),
        null,
        EventEntries.policy(event.policy()),
        EventEntries.hours(event.openingHours()),
        Map.of(),
        Map.of(),
        Collections.unmodifiableMap(resources));
  }

  /** The state after one more event; the same event twice makes no difference. */
  public BusinessState after(BusinessEvent event) {
    return switch (event) {
      case BusinessRegistered e -> begin(e);
      case BusinessProfileChanged e ->
          with(
              b -> {
                b.name = e.name();
                b.timeZone = ZoneId.of(e.timeZone());
                b.whatsappNumber = e.whatsappNumber();
                b.locale = e.locale();
              });
      case OpeningHoursSet e -> with(b -> b.openingHours = EventEntries.hours(e.openingHours()));
      case ClosureAdded e ->
          with(
              b -> {
                var closure = closure(e);
                b.closures.put(closure.closureId(), closure);
              });
      case ClosureRemoved e -> with(b -> b.closures.remove(new ClosureId(e.closureId())));
      case SpecialHoursSet e ->
          with(b -> b.specialHours.put(LocalDate.parse(e.date()), EventEntries.ranges(e.ranges())));
      case SpecialHoursCleared e -> with(b -> b.specialHours.remove(LocalDate.parse(e.date())));
      case ResourceAdded e -> withResource(e.resourceId(), e.name(), false);
      case ResourceRenamed e -> {
        var id = new ResourceId(e.resourceId());
        yield withResource(e.resourceId(), e.name(), existing(id).retired());
      }
      case ResourceRetired e -> {
        var id = new ResourceId(e.resourceId());
        yield withResource(e.resourceId(), existing(id).name(), true);
      }
      case BookingPolicySet e -> with(b -> b.policy = EventEntries.policy(e.policy()));
      case ApiKeyRotated e -> with(b -> b.apiKeyHash = e.apiKeyHash());
      case CalendarLinkRotated e -> with(b -> b.calendarKeyHash = e.keyHash());
      case BusinessSuspended e -> with(b -> b.status = BusinessStatus.SUSPENDED);
      case BusinessResumed e -> with(b -> b.status = BusinessStatus.ACTIVE);
      case BusinessClosed e -> with(b -> b.status = BusinessStatus.CLOSED);
    };
  }

  /** The state after its events in order; nothing where there are none. */
  public static @Nullable BusinessState of(Iterable<? extends BusinessEvent> events) {
    BusinessState state = null;
    for (var event : events) {
      state = state == null ? begin((BusinessRegistered) event) : state.after(event);
    }
    return state;
  }

  /** Which slots these hours, closures and resources make. */
  public Timetable timetable() {
    return new Timetable(
        businessId,
        timeZone,
        policy.slotLength(),
        openingHours,
        specialHours,
        List.copyOf(closures.values()),
        List.copyOf(resources.values()));
  }

  private Resource existing(ResourceId id) {
    var resource = resources.get(id);
    if (resource == null) {
      throw new IllegalStateException("an event speaks of a resource that was never added");
    }
    return resource;
  }

  private BusinessState withResource(String resourceId, String name, boolean retired) {
    var id = new ResourceId(resourceId);
    return with(b -> b.resources.put(id, new Resource(id, name, retired)));
  }

  private static Closure closure(ClosureAdded event) {
    return new Closure(
        new ClosureId(event.closureId()),
        LocalDateTime.parse(event.from()),
        LocalDateTime.parse(event.to()),
        event.resourceId() == null ? null : new ResourceId(event.resourceId()),
        event.reason());
  }

  private BusinessState with(Consumer<Changed> change) {
    var changed = new Changed(this);
    change.accept(changed);
    return changed.state();
  }

  /** The fields of a state while one event changes some of them. */
  private static final class Changed {
    private final BusinessState before;
    private BusinessStatus status;
    private String name;
    private ZoneId timeZone;
    private String whatsappNumber;
    private String locale;
    private String apiKeyHash;
    private @Nullable String calendarKeyHash;
    private BookingPolicy policy;
    private WeeklyHours openingHours;
    private final Map<LocalDate, List<OpeningRange>> specialHours;
    private final Map<ClosureId, Closure> closures;
    private final Map<ResourceId, Resource> resources;

    Changed(BusinessState before) {
      this.before = before;
      status = before.status;
      name = before.name;
      timeZone = before.timeZone;
      whatsappNumber = before.whatsappNumber;
      locale = before.locale;
      apiKeyHash = before.apiKeyHash;
      calendarKeyHash = before.calendarKeyHash;
      policy = before.policy;
      openingHours = before.openingHours;
      specialHours = new TreeMap<>(before.specialHours);
      closures = new LinkedHashMap<>(before.closures);
      resources = new LinkedHashMap<>(before.resources);
    }

    BusinessState state() {
      return new BusinessState(
          before.businessId,
          status,
          name,
          timeZone,
          whatsappNumber,
          locale,
          apiKeyHash,
          calendarKeyHash,
          policy,
          openingHours,
          Collections.unmodifiableMap(specialHours),
          Collections.unmodifiableMap(closures),
          Collections.unmodifiableMap(resources));
    }
  }
}
