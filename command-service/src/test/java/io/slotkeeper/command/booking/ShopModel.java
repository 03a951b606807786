package io.slotkeeper.command.booking;

import static io.slotkeeper.api.booking.BookingStatus.CANCELLED;
import static io.slotkeeper.api.booking.BookingStatus.COMPLETED;
import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.NO_SHOW;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;
import static io.slotkeeper.api.booking.BookingStatus.REJECTED;
import static io.slotkeeper.command.node.Samples.CUT_OFF;
import static io.slotkeeper.command.node.Samples.WINDOW;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shop must answer, told in the simplest way: no events, no claims, one list of each. */
final class ShopModel {

  /** A booking as the model has it. */
  static final class Booked {
    final BookingId id;
    BookingStatus status;
    SlotId slotId;
    Instant end;
    @Nullable Instant until;
    long version;

    Booked(BookingId id, SlotId slotId, Instant end, Instant until) {
      this.id = id;
      this.status = PENDING;
      this.slotId = slotId;
      this.end = end;
      this.until = until;
    }

    boolean holds(SlotId other, Instant otherEnd) {
      boolean taken = status.isLive() || status == COMPLETED || status == NO_SHOW;
      return taken
          && slotId.resourceId().equals(other.resourceId())
          && slotId.start().isBefore(otherEnd)
          && other.start().isBefore(end);
    }
  }

  final Map<BookingId, Booked> bookings = new LinkedHashMap<>();
  final Map<SlotId, Instant> blocked = new LinkedHashMap<>();
  private final SettableClock clock;
  boolean active = true;
  boolean automatic;
  Duration length = Duration.ofMinutes(30);

  ShopModel(SettableClock clock) {
    this.clock = clock;
  }

  String request(BookingId id, SlotId slotId) {
    var refusal = offered(slotId, true);
    if (refusal != null) {
      return refusal;
    }
    var end = slotId.start().plus(length);
    var inTheWay = inTheWay(slotId, end, null);
    if (inTheWay == null) {
      return "slot-taken";
    }
    inTheWay.forEach(this::expire);
    var booking = new Booked(id, slotId, end, until(slotId));
    bookings.put(id, booking);
    if (automatic) {
      become(booking, CONFIRMED);
    }
    return told(booking);
  }

  String confirm(BookingId id) {
    var booking = booking(id);
    return switch (now(booking)) {
      case PENDING -> told(become(booking, CONFIRMED));
      case CONFIRMED -> told(booking);
      default -> illegal("OnlyPendingBookingCanBeConfirmed", now(booking));
    };
  }

  String reject(BookingId id) {
    var booking = booking(id);
    return switch (now(booking)) {
      case PENDING -> told(become(booking, REJECTED));
      case REJECTED -> told(booking);
      default -> illegal("OnlyPendingBookingCanBeRejected", now(booking));
    };
  }

  String expire(BookingId id) {
    var booking = booking(id);
    if (booking.status == PENDING && now(booking) == PENDING) {
      return illegal("ApprovalWindowMustHavePassed", PENDING);
    }
    return told(booking.status == PENDING ? become(booking, EXPIRED) : booking);
  }

  String cancel(BookingId id, Actor by) {
    var booking = booking(id);
    return switch (now(booking)) {
      case PENDING, CONFIRMED ->
          isTooLate(booking, by) ? tooLate(by, "Cancel") : told(become(booking, CANCELLED));
      case CANCELLED -> told(booking);
      default -> illegal("OnlyLiveBookingCanBeCancelled", now(booking));
    };
  }

  String reschedule(BookingId id, Actor by, SlotId to) {
    var booking = booking(id);
    if (to.equals(booking.slotId) && now(booking).isLive()) {
      return told(booking);
    }
    var end = to.start().plus(length);
    List<Booked> inTheWay = List.of();
    if (!to.equals(booking.slotId)) {
      var refusal = offered(to, true);
      if (refusal != null) {
        return refusal;
      }
      var found = inTheWay(to, end, booking);
      if (found == null) {
        return "slot-taken";
      }
      inTheWay = found;
    }
    if (now(booking) != CONFIRMED) {
      return illegal("OnlyConfirmedBookingCanBeRescheduled", now(booking));
    }
    if (isTooLate(booking, by)) {
      return tooLate(by, "Reschedule");
    }
    inTheWay.forEach(this::expire);
    boolean waits = by == Actor.CUSTOMER && !automatic;
    booking.slotId = to;
    booking.end = end;
    booking.until = waits ? until(to) : null;
    return told(become(booking, waits ? PENDING : CONFIRMED));
  }

  String finish(BookingId id, BookingStatus how) {
    var booking = booking(id);
    if (booking.status == how) {
      return told(booking);
    }
    if (now(booking) != CONFIRMED) {
      return illegal(
          how == COMPLETED
              ? "OnlyConfirmedBookingCanBeCompleted"
              : "OnlyConfirmedBookingCanBeMarkedNoShow",
          now(booking));
    }
    return clock.instant().isBefore(booking.slotId.start())
        ? illegal("BookingMustHaveBegun", CONFIRMED)
        : told(become(booking, how));
  }

  String block(SlotId slotId) {
    var refusal = offered(slotId, false);
    if (refusal != null) {
      return refusal;
    }
    var end = slotId.start().plus(length);
    if (blocked.containsKey(slotId)) {
      return isOverlappedByOthers(slotId, end)
          ? "either"
          : "illegal-transition OnlyFreeSlotCanBeBlocked from BLOCKED";
    }
    var inTheWay = inTheWay(slotId, end, null);
    if (inTheWay == null) {
      return "slot-taken";
    }
    inTheWay.forEach(this::expire);
    blocked.put(slotId, end);
    return "done";
  }

  String unblock(SlotId slotId) {
    if (blocked.remove(slotId) != null) {
      return "done";
    }
    return "illegal-transition OnlyBlockedSlotCanBeUnblocked from " + statusOf(slotId);
  }

  private String statusOf(SlotId slotId) {
    for (var booking : bookings.values()) {
      if (booking.slotId.equals(slotId)) {
        var status = now(booking);
        if (status == PENDING) {
          return "RESERVED";
        }
        if (status == CONFIRMED || status == COMPLETED || status == NO_SHOW) {
          return "BOOKED";
        }
      }
    }
    return "AVAILABLE";
  }

  /** The lapsed bookings in the way of a slot; null where something there is alive. */
  private @Nullable List<Booked> inTheWay(SlotId slotId, Instant end, @Nullable Booked own) {
    if (blockedOverlaps(slotId, end)) {
      return null;
    }
    var lapsed = new ArrayList<Booked>();
    for (var booking : bookings.values()) {
      if (booking != own && booking.holds(slotId, end)) {
        if (now(booking) != EXPIRED) {
          return null;
        }
        lapsed.add(booking);
      }
    }
    return lapsed;
  }

  private boolean isOverlappedByOthers(SlotId slotId, Instant end) {
    return blocked.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(slotId))
            .anyMatch(entry -> overlap(entry, slotId, end))
        || bookings.values().stream().anyMatch(booking -> booking.holds(slotId, end));
  }

  private boolean blockedOverlaps(SlotId slotId, Instant end) {
    return blocked.entrySet().stream().anyMatch(entry -> overlap(entry, slotId, end));
  }

  private static boolean overlap(Map.Entry<SlotId, Instant> hold, SlotId slotId, Instant end) {
    return hold.getKey().resourceId().equals(slotId.resourceId())
        && hold.getKey().start().isBefore(end)
        && slotId.start().isBefore(hold.getValue());
  }

  private @Nullable String offered(SlotId slotId, boolean toCustomers) {
    if (toCustomers && !active) {
      return "slot-not-offered BusinessMustBeActive";
    }
    if (!slotId.start().isAfter(clock.instant())) {
      return "slot-not-offered SlotMustNotHaveBegun";
    }
    int minute = LocalTime.ofInstant(slotId.start(), ZoneOffset.UTC).toSecondOfDay() / 60;
    boolean onGrid =
        minute % length.toMinutes() == 0
            && minute + length.toMinutes() <= Duration.ofDays(1).toMinutes();
    return onGrid ? null : "slot-not-offered SlotMustBeOnTheTimetable";
  }

  private Booked booking(BookingId id) {
    var booking = bookings.get(id);
    if (booking == null) {
      throw new IllegalArgumentException("the model has no such booking");
    }
    return booking;
  }

  private void expire(Booked booking) {
    become(booking, EXPIRED);
  }

  private Booked become(Booked booking, BookingStatus status) {
    booking.status = status;
    booking.version++;
    return booking;
  }

  private BookingStatus now(Booked booking) {
    var until = booking.until;
    boolean lapsed = booking.status == PENDING && until != null && !until.isAfter(clock.instant());
    return lapsed ? EXPIRED : booking.status;
  }

  private Instant until(SlotId slotId) {
    var end = clock.instant().plus(WINDOW);
    return end.isBefore(slotId.start()) ? end : slotId.start();
  }

  private boolean isTooLate(Booked booking, Actor by) {
    var last = booking.slotId.start().minus(by == Actor.CUSTOMER ? CUT_OFF : Duration.ZERO);
    return !clock.instant().isBefore(last);
  }

  private static String tooLate(Actor by, String command) {
    return by == Actor.CUSTOMER
        ? "too-late CustomerMust%sBeforeTheCutOff".formatted(command)
        : "too-late BusinessMust%sBeforeTheStart".formatted(command);
  }

  private static String illegal(String rule, BookingStatus from) {
    return "illegal-transition %s from %s".formatted(rule, from);
  }

  static String told(Booked booking) {
    return "%s %s %s v%d".formatted(booking.status, booking.slotId, booking.end, booking.version);
  }
}
