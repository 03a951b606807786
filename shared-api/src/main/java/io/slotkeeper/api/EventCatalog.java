package io.slotkeeper.api;

import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.business.BusinessEvent;
import io.slotkeeper.api.customer.CustomerEvent;
import io.slotkeeper.api.notification.NotificationEvent;
import io.slotkeeper.api.slot.SlotEvent;
import java.util.List;

/**
 * The names under which events are stored. They are for ever: a class may move, a name may not. A
 * change of an event's meaning is a new revision with an upcaster.
 */
public final class EventCatalog {
  /**
   * One kind of event.
   *
   * @param name in the store, {@code <aggregate>.<what-happened>}
   * @param revision of its form, counted from 1
   * @param type that it is read into
   */
  public record Entry(String name, String revision, Class<?> type) {}

  private static final List<Entry> ENTRIES =
      List.of(
          first("business.registered", BusinessEvent.BusinessRegistered.class),
          first("business.profile-changed", BusinessEvent.BusinessProfileChanged.class),
          first("business.opening-hours-set", BusinessEvent.OpeningHoursSet.class),
          first("business.closure-added", BusinessEvent.ClosureAdded.class),
          first("business.closure-removed", BusinessEvent.ClosureRemoved.class),
          first("business.special-hours-set", BusinessEvent.SpecialHoursSet.class),
          first("business.special-hours-cleared", BusinessEvent.SpecialHoursCleared.class),
          first("business.resource-added", BusinessEvent.ResourceAdded.class),
          first("business.resource-renamed", BusinessEvent.ResourceRenamed.class),
          first("business.resource-retired", BusinessEvent.ResourceRetired.class),
          first("business.booking-policy-set", BusinessEvent.BookingPolicySet.class),
          first("business.api-key-rotated", BusinessEvent.ApiKeyRotated.class),
          first("business.calendar-link-rotated", BusinessEvent.CalendarLinkRotated.class),
          first("business.suspended", BusinessEvent.BusinessSuspended.class),
          first("business.resumed", BusinessEvent.BusinessResumed.class),
          first("business.closed", BusinessEvent.BusinessClosed.class),
          first("slot.reserved", SlotEvent.SlotReserved.class),
          first("slot.booked", SlotEvent.SlotBooked.class),
          first("slot.released", SlotEvent.SlotReleased.class),
          first("slot.blocked", SlotEvent.SlotBlocked.class),
          first("slot.unblocked", SlotEvent.SlotUnblocked.class),
          first("booking.requested", BookingEvent.BookingRequested.class),
          first("booking.confirmed", BookingEvent.BookingConfirmed.class),
          first("booking.rejected", BookingEvent.BookingRejected.class),
          first("booking.expired", BookingEvent.BookingExpired.class),
          first("booking.cancelled", BookingEvent.BookingCancelled.class),
          first("booking.rescheduled", BookingEvent.BookingRescheduled.class),
          first("booking.completed", BookingEvent.BookingCompleted.class),
          first("booking.marked-no-show", BookingEvent.BookingMarkedNoShow.class),
          first("customer.erased", CustomerEvent.CustomerErased.class),
          first("notification.queued", NotificationEvent.NotificationQueued.class),
          first("notification.attempted", NotificationEvent.NotificationAttempted.class),
          first("notification.postponed", NotificationEvent.NotificationPostponed.class),
          first("notification.accepted", NotificationEvent.NotificationAccepted.class),
          first("notification.delivered", NotificationEvent.NotificationDelivered.class),
          first("notification.read", NotificationEvent.NotificationRead.class),
          first("notification.failed", NotificationEvent.NotificationFailed.class));

  private EventCatalog() {}

  /** Every kind of event that there is. */
  public static List<Entry> entries() {
    return ENTRIES;
  }

  private static Entry first(String name, Class<?> type) {
    return new Entry(name, "1", type);
  }
}
