package io.slotkeeper.command.events;

import io.slotkeeper.api.CustomerId;
import io.slotkeeper.api.Sealed;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.business.BusinessEvent;
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
import io.slotkeeper.api.business.BusinessEvent.PolicyEntry;
import io.slotkeeper.api.business.BusinessEvent.RangeEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceAdded;
import io.slotkeeper.api.business.BusinessEvent.ResourceEntry;
import io.slotkeeper.api.business.BusinessEvent.ResourceRenamed;
import io.slotkeeper.api.business.BusinessEvent.ResourceRetired;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursCleared;
import io.slotkeeper.api.business.BusinessEvent.SpecialHoursSet;
import io.slotkeeper.api.customer.CustomerEvent;
import io.slotkeeper.api.customer.CustomerEvent.CustomerErased;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAccepted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationAttempted;
import io.slotkeeper.api.notification.NotificationEvent.NotificationDelivered;
import io.slotkeeper.api.notification.NotificationEvent.NotificationFailed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationPostponed;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.notification.NotificationEvent.NotificationRead;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of each event, with a value in every property. */
final class SampleEvents {

  private static final String BUSINESS = "biz_01k3z8r0s0e0080000000000b1";
  private static final String RESOURCE = "res_01k3z8r0s0e0080000000000r1";
  private static final String CLOSURE = "cls_01k3z8r0s0e0080000000000c1";
  private static final String BOOKING = "bkg_01k3z8r0s0e0080000000000k1";
  private static final String CUSTOMER = "cus_01k3z8r0s0e0080000000000s1";
  private static final String NOTIFICATION = "ntf_01k3z8r0s0e0080000000000n1";
  private static final String SLOT =
      "slt_01k3z8r0s0e0080000000000b1_01k3z8r0s0e0080000000000r1_20261201T0900Z";
  private static final String LATER_SLOT =
      "slt_01k3z8r0s0e0080000000000b1_01k3z8r0s0e0080000000000r1_20261202T0930Z";
  private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T09:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-11-20T10:15:30.123456Z");
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final Map<String, List<RangeEntry>> HOURS =
      Map.of("MONDAY", List.of(new RangeEntry("09:00", "13:00"), new RangeEntry("15:00", "24:00")));
  private static final PolicyEntry POLICY =
      new PolicyEntry("PT30M", "MANUAL", "PT2H", "PT0S", 30, "PT2H", List.of("PT24H", "PT2H"));

  private static final Map<Class<?>, Object> BY_TYPE =
      Stream.of(
              Stream.<BusinessEvent>of(
                  new BusinessRegistered(
                      BUSINESS,
                      "Test Salon",
                      "Europe/Madrid",
                      "+34600000000",
                      "es-ES",
                      List.of(new ResourceEntry(RESOURCE, "Chair 1")),
                      HOURS,
                      POLICY,
                      HASH),
                  new BusinessProfileChanged(
                      BUSINESS, "Test Salon", "Europe/Madrid", "+34600000000", "es-ES"),
                  new OpeningHoursSet(BUSINESS, HOURS),
                  new ClosureAdded(
                      BUSINESS,
                      CLOSURE,
                      "2026-12-24T14:00",
                      "2026-12-27T00:00",
                      RESOURCE,
                      "Closed"),
                  new ClosureRemoved(BUSINESS, CLOSURE),
                  new SpecialHoursSet(
                      BUSINESS, "2026-12-05", List.of(new RangeEntry("10:00", "12:00"))),
                  new SpecialHoursCleared(BUSINESS, "2026-12-05"),
                  new ResourceAdded(BUSINESS, RESOURCE, "Chair 1"),
                  new ResourceRenamed(BUSINESS, RESOURCE, "Window"),
                  new ResourceRetired(BUSINESS, RESOURCE),
                  new BookingPolicySet(BUSINESS, POLICY),
                  new ApiKeyRotated(BUSINESS, HASH),
                  new CalendarLinkRotated(BUSINESS, HASH),
                  new BusinessSuspended(BUSINESS),
                  new BusinessResumed(BUSINESS),
                  new BusinessClosed(BUSINESS)),
              Stream.<SlotEvent>of(
                  new SlotReserved(SLOT, BUSINESS, RESOURCE, START, END, BOOKING, UNTIL),
                  new SlotBooked(SLOT, BOOKING),
                  new SlotReleased(SLOT, BOOKING, "CANCELLED"),
                  new SlotBlocked(SLOT, BUSINESS, RESOURCE, START, END),
                  new SlotUnblocked(SLOT)),
              Stream.<BookingEvent>of(
                  new BookingRequested(
                      BOOKING,
                      BUSINESS,
                      RESOURCE,
                      SLOT,
                      START,
                      END,
                      UNTIL,
                      CUSTOMER,
                      sealed("name"),
                      sealed("phone"),
                      sealed("note"),
                      Instant.parse("2026-11-20T08:15:30Z"),
                      "I agree.",
                      "MANUAL",
                      List.of("PT24H", "PT2H")),
                  new BookingConfirmed(BOOKING, BUSINESS),
                  new BookingRejected(BOOKING, BUSINESS, sealed("reason")),
                  new BookingExpired(BOOKING, BUSINESS),
                  new BookingCancelled(BOOKING, BUSINESS, "CUSTOMER", sealed("reason")),
                  new BookingRescheduled(
                      BOOKING,
                      BUSINESS,
                      SLOT,
                      LATER_SLOT,
                      RESOURCE,
                      Instant.parse("2026-12-02T09:30:00Z"),
                      Instant.parse("2026-12-02T10:00:00Z"),
                      "PENDING",
                      UNTIL,
                      "CUSTOMER"),
                  new BookingCompleted(BOOKING, BUSINESS),
                  new BookingMarkedNoShow(BOOKING, BUSINESS)),
              Stream.<CustomerEvent>of(new CustomerErased(CUSTOMER, BUSINESS)),
              Stream.<NotificationEvent>of(
                  new NotificationQueued(
                      NOTIFICATION,
                      BUSINESS,
                      BOOKING,
                      "APPROVAL_REQUEST",
                      "OWNER",
                      CUSTOMER,
                      "+34600000000",
                      sealed("phone"),
                      "es-ES",
                      "Europe/Madrid",
                      "Test Salon",
                      "Chair 1",
                      sealed("name"),
                      START,
                      UNTIL,
                      sealed("reason"),
                      UNTIL),
                  new NotificationAttempted(NOTIFICATION, BUSINESS, 1),
                  new NotificationPostponed(NOTIFICATION, BUSINESS, "131016"),
                  new NotificationAccepted(NOTIFICATION, BUSINESS, "wamid.TEST"),
                  new NotificationDelivered(NOTIFICATION, BUSINESS),
                  new NotificationRead(NOTIFICATION, BUSINESS),
                  new NotificationFailed(
                      NOTIFICATION, BUSINESS, "131026", "Message undeliverable")))
          .flatMap(Function.<Stream<?>>identity())
          .collect(Collectors.toMap(Object::getClass, Function.identity()));

  private SampleEvents() {}

  private static Sealed sealed(String text) {
    return Sealed.of(new CustomerId(CUSTOMER), text);
  }

  /** The sample of a type; without one the event has no place in the store. */
  static Object of(Class<?> type) {
    var sample = BY_TYPE.get(type);
    if (sample == null) {
      throw new IllegalArgumentException("no sample of " + type.getSimpleName());
    }
    return sample;
  }

  /** Every event of the published language. */
  static List<Class<?>> types() {
    return Stream.of(
            BusinessEvent.class,
            SlotEvent.class,
            BookingEvent.class,
            CustomerEvent.class,
            NotificationEvent.class)
        .<Class<?>>flatMap(family -> Stream.of(family.getPermittedSubclasses()))
        .toList();
  }
}
