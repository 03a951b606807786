package io.slotkeeper.command.simulation;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.notification.NotificationEvent.NotificationQueued;
import io.slotkeeper.api.slot.SlotEvent;
import io.slotkeeper.api.slot.SlotEvent.SlotBlocked;
import io.slotkeeper.api.slot.SlotEvent.SlotBooked;
import io.slotkeeper.api.slot.SlotEvent.SlotReleased;
import io.slotkeeper.api.slot.SlotEvent.SlotReserved;
import io.slotkeeper.api.slot.SlotEvent.SlotUnblocked;
import io.slotkeeper.command.slot.SlotParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;

/** Whether what is stored is what the model says, and nothing else. */
final class Soundness {

  private final Disk disk;
  private final ShopModel model;

  Soundness(Disk disk, ShopModel model) {
    this.disk = disk;
    this.model = model;
  }

  void bookingsAndSlotsAreAsTheModelSays() {
    Fault.unlessEqual(storedBookings(), modelBookings(), "The bookings");
    Fault.unlessEqual(storedSlots(), modelSlots(), "The slots");
    Fault.unlessEqual(sorted(disk.claims.all()), modelClaims(), "The claims");
    noTwoHoldTheSameTime();
  }

  /** Once all is delivered. */
  void everythingHasComeToAnEnd() {
    noSequenceHasAGap();
    long waiting =
        model.bookings.values().stream().filter(b -> b.status == BookingStatus.PENDING).count();
    Fault.unlessEqual(waiting, 0L, "Bookings that wait after their window");
    long live = model.bookings.values().stream().filter(b -> b.status.isLive()).count();
    Fault.unlessEqual((long) disk.sagas.count(), live, "Sagas, one for each live booking,");
    Fault.unlessEqual(disk.deadlines.count(), 0, "Deadlines that are left");
  }

  void everythingIsToldOnce(Tellings tellings) {
    var expected = tellings.expected(model.bookings.values());
    var told = told();
    var all = new TreeMap<String, Integer>(expected);
    told.forEach((telling, times) -> all.putIfAbsent(telling, 0));
    all.forEach(
        (telling, least) -> {
          int times = told.getOrDefault(telling, 0);
          int most = least + tellings.perhaps(telling);
          Fault.unless(
              least <= times && times <= most,
              "%s is told %d times and must be %d times".formatted(telling, times, least));
        });
  }

  private Map<String, Integer> told() {
    var told = new TreeMap<String, Integer>();
    for (var message : disk.events.log()) {
      if (message.getPayload() instanceof NotificationQueued e) {
        var row = Tellings.row(e.bookingId(), e.kind() + " to " + e.recipient(), e.start());
        told.merge(row, 1, Integer::sum);
      }
    }
    return told;
  }

  private void noSequenceHasAGap() {
    disk.events
        .streams("")
        .forEach(
            (id, events) -> {
              for (int i = 0; i < events.size(); i++) {
                Fault.unlessEqual(
                    events.get(i).getSequenceNumber(), (long) i, "The events of " + id);
              }
            });
  }

  private Map<String, String> storedBookings() {
    var rows = new TreeMap<String, String>();
    disk.events.streams("bkg_").forEach((id, events) -> rows.put(id, booking(events)));
    return rows;
  }

  private Map<String, String> modelBookings() {
    var rows = new TreeMap<String, String>();
    model.bookings.forEach((id, booking) -> rows.put(id.value(), booking.told()));
    return rows;
  }

  private static String booking(List<DomainEventMessage<?>> events) {
    var status = "";
    var place = "";
    for (var message : events) {
      switch ((BookingEvent) message.getPayload()) {
        case BookingRequested e -> {
          status = "PENDING";
          place = e.slotId() + " " + e.end();
        }
        case BookingRescheduled e -> {
          status = e.status();
          place = e.slotId() + " " + e.end();
        }
        case BookingConfirmed e -> status = "CONFIRMED";
        case BookingRejected e -> status = "REJECTED";
        case BookingExpired e -> status = "EXPIRED";
        case BookingCancelled e -> status = "CANCELLED";
        case BookingCompleted e -> status = "COMPLETED";
        case BookingMarkedNoShow e -> status = "NO_SHOW";
      }
    }
    return "%s %s v%d".formatted(status, place, events.size() - 1);
  }

  private Map<String, String> storedSlots() {
    var rows = new TreeMap<String, String>();
    disk.events
        .streams("slt_")
        .forEach(
            (id, events) -> {
              var last = events.getLast().getPayload();
              switch ((SlotEvent) last) {
                case SlotReserved e -> rows.put(id, "RESERVED " + e.bookingId());
                case SlotBooked e -> rows.put(id, "BOOKED " + e.bookingId());
                case SlotBlocked e -> rows.put(id, "BLOCKED");
                case SlotReleased e -> rows.remove(id);
                case SlotUnblocked e -> rows.remove(id);
              }
            });
    return rows;
  }

  private Map<String, String> modelSlots() {
    var rows = new TreeMap<String, String>();
    for (var booking : model.bookings.values()) {
      if (booking.holds()) {
        var status = booking.status == BookingStatus.PENDING ? "RESERVED " : "BOOKED ";
        rows.put(booking.slotId.toString(), status + booking.id);
      }
    }
    model.blocked.keySet().forEach(slotId -> rows.put(slotId.toString(), "BLOCKED"));
    return rows;
  }

  private List<String> modelClaims() {
    var rows = new ArrayList<String>();
    for (var booking : model.bookings.values()) {
      if (booking.holds()) {
        var until = booking.status == BookingStatus.PENDING ? booking.until : null;
        rows.add(
            SlotParts.Claims.row(
                booking.slotId, booking.id.value(), Objects.toString(until, "for good")));
      }
    }
    model.blocked.keySet().forEach(id -> rows.add(SlotParts.Claims.row(id, "blocked", "for good")));
    return sorted(rows);
  }

  private void noTwoHoldTheSameTime() {
    var holders = model.bookings.values().stream().filter(Booked::holds).toList();
    for (var one : holders) {
      for (var other : holders) {
        Fault.unless(
            one == other || !one.holdsTimeOf(other.slotId, other.end),
            "%s and %s hold the same time".formatted(one.id, other.id));
      }
    }
  }

  /** Whether something has happened to a booking that the model does not know of. */
  boolean hasMoreEvents(BookingId id) {
    var booking = model.bookings.get(id);
    return booking != null && disk.events.stream(id.value()).size() > booking.occasions.size();
  }

  private static List<String> sorted(List<String> rows) {
    var copy = new ArrayList<>(rows);
    Collections.sort(copy);
    return copy;
  }
}
