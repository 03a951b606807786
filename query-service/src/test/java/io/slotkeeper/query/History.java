package io.slotkeeper.query;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Ids;
import io.slotkeeper.api.NotificationId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.business.BusinessEvent.BusinessRegistered;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.EventEntries;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.timetable.OpeningRange;
import io.slotkeeper.api.timetable.WeeklyHours;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.platform.privacy.CustomerKey;
import io.slotkeeper.testing.SettableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events as the command side would have appended them, numbered within each aggregate. */
public final class History {
  /** Open from ten to eight, all week. */
  public static final WeeklyHours TEN_TO_EIGHT =
      new WeeklyHours(
          Arrays.stream(DayOfWeek.values())
              .collect(
                  Collectors.toMap(
                      Function.identity(), day -> List.of(new OpeningRange("10:00", "20:00")))));

  /** Of the customer whom all these events are about. */
  public static final CustomerKey KEY =
      new CustomerKey(new CustomerId("cus_01k3z8r0s0e0080000000000s1"), new byte[32]);

  private static final Random RANDOM = new Random(20261201);

  private final SettableClock clock;
  private final Ids ids;
  private final Map<String, Long> versions = new HashMap<>();
  private final List<DomainEventMessage<?>> events = new ArrayList<>();
  private MetaData metaData = MetaData.emptyInstance();

  public History(SettableClock clock) {
    this.clock = clock;
    this.ids = new Ids(clock, RANDOM);
  }

  public List<DomainEventMessage<?>> events() {
    return List.copyOf(events);
  }

  /** Notes an origin with what is added from now on; before the first there is none. */
  public History from(Origin origin) {
    metaData = MetaData.from(origin.metadata());
    return this;
  }

  public Ids ids() {
    return ids;
  }

  public ResourceId newResource() {
    return ids.newResourceId();
  }

  /** An active business; its key's hash is 64 times the letter a. */
  public BusinessId business(
      String name, String zone, WeeklyHours hours, BookingPolicy policy, ResourceId... resources) {
    var id = ids.newBusinessId();
    add(
        new BusinessRegistered(
            id.value(),
            name,
            zone,
            "+34600111222",
            "es",
            Arrays.stream(resources).map(r -> new ResourceEntry(r.value(), "Chair")).toList(),
            EventEntries.plain(hours),
            EventEntries.plain(policy),
            "a".repeat(64)));
    return id;
  }

  /** A salon in Madrid with the default policy. */
  public BusinessId salon(ResourceId... resources) {
    return business("Salon", "Europe/Madrid", TEN_TO_EIGHT, BookingPolicy.DEFAULT, resources);
  }

  /** A booking that waits for two hours from now. */
  public BookingId request(SlotId slotId, Duration length) {
    var bookingId = ids.newBookingId();
    var until = clock.instant().plus(Duration.ofHours(2));
    reserve(slotId, length, bookingId, until);
    add(
        new BookingRequested(
            bookingId.value(),
            slotId.businessId().value(),
            slotId.resourceId().value(),
            slotId.toString(),
            slotId.start(),
            slotId.start().plus(length),
            until,
            KEY.customerId().value(),
            sealed("Ana"),
            sealed("+34600333444"),
            sealed("by the window"),
            clock.instant(),
            "I agree",
            "MANUAL",
            List.of("PT24H")));
    return bookingId;
  }

  public void reserve(SlotId slotId, Duration length, BookingId bookingId, Instant until) {
    add(
        new SlotReserved(
            slotId.toString(),
            slotId.businessId().value(),
            slotId.resourceId().value(),
            slotId.start(),
            slotId.start().plus(length),
            bookingId.value(),
            until));
  }

  /** A confirmed booking. */
  public BookingId book(SlotId slotId, Duration length) {
    var bookingId = request(slotId, length);
    add(new SlotBooked(slotId.toString(), bookingId.value()));
    add(new BookingConfirmed(bookingId.value(), slotId.businessId().value()));
    return bookingId;
  }

  /** A text of that customer's. */
  public static Sealed sealed(String text) {
    return KEY.seal(text);
  }

  /** A notification of the customer that waits to be sent. */
  public NotificationId tell(BookingId bookingId, SlotId slotId, NotificationKind kind) {
    var id = NotificationId.about(bookingId, kind);
    add(
        new NotificationQueued(
            id.value(),
            slotId.businessId().value(),
            bookingId.value(),
            kind.name(),
            Recipient.CUSTOMER.name(),
            KEY.customerId().value(),
            null,
            sealed("+34600333444"),
            "es",
            "Europe/Madrid",
            "Salon",
            "Chair",
            sealed("Ana"),
            slotId.start(),
            null,
            null,
            slotId.start()));
    return id;
  }

  public History add(BusinessEvent event) {
    return add("Business", event.businessId(), event);
  }

  public History add(SlotEvent event) {
    return add("Slot", event.slotId(), event);
  }

  public History add(BookingEvent event) {
    return add("Booking", event.bookingId(), event);
  }

  public History add(NotificationEvent event) {
    return add("Notification", event.notificationId(), event);
  }

  private History add(String type, String id, Object event) {
    var version = versions.merge(id, 0L, (before, zero) -> before + 1);
    var eventId = type + "-" + id + "-" + version;
    events.add(
        new GenericDomainEventMessage<>(
            type, id, version, event, metaData, eventId, clock.instant()));
    return this;
  }
}
