package io.slotkeeper.command.simulation;

import static io.slotkeeper.api.booking.BookingStatus.CANCELLED;
import static io.slotkeeper.api.booking.BookingStatus.COMPLETED;
import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;
import static io.slotkeeper.api.booking.BookingStatus.REJECTED;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.SlotId;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.business.BusinessStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shop must answer: no events, no claims and no sagas, one list of each thing. */
final class ShopModel {

  static final String DONE = "done";
  static final String CONFLICT = "version-conflict";
  static final String EITHER = " or ";

  final Map<BookingId, Booked> bookings = new LinkedHashMap<>();
  final Map<SlotId, Instant> blocked = new LinkedHashMap<>();
  final Openings openings;
  private final List<ResourceId> resources;
  private final Clock clock;
  BookingPolicy policy;
  BusinessStatus status = BusinessStatus.ACTIVE;

  ShopModel(Openings openings, List<ResourceId> resources, BookingPolicy policy, Clock clock) {
    this.openings = openings;
    this.resources = resources;
    this.policy = policy;
    this.clock = clock;
  }

  String request(BookingId id, SlotId slotId) {
    var refusal = notOffered(slotId);
    if (refusal != null) {
      return refusal;
    }
    var end = openings.end(slotId.start());
    var inTheWay = inTheWay(slotId, end, null);
    if (inTheWay == null) {
      return "slot-taken";
    }
    inTheWay.forEach(lapsed -> lapsed.become(EXPIRED, null));
    var booking = new Booked(id, slotId, end, until(slotId), policy.reminders(), isAutomatic());
    bookings.put(id, booking);
    if (isAutomatic()) {
      booking.become(CONFIRMED, null);
    }
    return booking.told();
  }

  String confirm(Booked booking, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    return switch (now(booking)) {
      case PENDING -> became(booking, CONFIRMED, null);
      case CONFIRMED -> booking.told();
      case REJECTED, EXPIRED, CANCELLED, COMPLETED, NO_SHOW ->
          illegal("OnlyPendingBookingCanBeConfirmed", now(booking));
    };
  }

  String reject(Booked booking, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    return switch (now(booking)) {
      case PENDING -> became(booking, REJECTED, null);
      case REJECTED -> booking.told();
      case CONFIRMED, EXPIRED, CANCELLED, COMPLETED, NO_SHOW ->
          illegal("OnlyPendingBookingCanBeRejected", now(booking));
    };
  }

  String expire(Booked booking, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    if (booking.status != PENDING) {
      return booking.told();
    }
    return now(booking) == PENDING
        ? illegal("ApprovalWindowMustHavePassed", PENDING)
        : became(booking, EXPIRED, null);
  }

  String cancel(Booked booking, Actor by, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    return switch (now(booking)) {
      case PENDING, CONFIRMED ->
          isTooLate(booking, by) ? tooLate(by, "Cancel") : became(booking, CANCELLED, by);
      case CANCELLED -> booking.told();
      case REJECTED, EXPIRED, COMPLETED, NO_SHOW ->
          illegal("OnlyLiveBookingCanBeCancelled", now(booking));
    };
  }

  String reschedule(Booked booking, Actor by, SlotId to, Seen seen) {
    var end = openings.end(to.start());
    boolean stays = to.equals(booking.slotId);
    List<Booked> inTheWay = List.of();
    if (!stays) {
      var refusal = notOffered(to);
      if (refusal != null) {
        return refusal;
      }
      var found = inTheWay(to, end, booking);
      if (found == null) {
        return "slot-taken";
      }
      inTheWay = found;
    }
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    if (stays && now(booking).isLive()) {
      return booking.told();
    }
    if (now(booking) != CONFIRMED) {
      return illegal("OnlyConfirmedBookingCanBeRescheduled", now(booking));
    }
    if (isTooLate(booking, by)) {
      return tooLate(by, "Reschedule");
    }
    inTheWay.forEach(lapsed -> lapsed.become(EXPIRED, null));
    boolean waits = by == Actor.CUSTOMER && !isAutomatic();
    booking.move(to, end, waits ? until(to) : null);
    return booking.told();
  }

  String finish(Booked booking, BookingStatus how, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    if (booking.status == how) {
      return booking.told();
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
        : became(booking, how, null);
  }

  String block(SlotId slotId, Seen seen) {
    var refusal = offTimetable(slotId);
    if (refusal != null) {
      return refusal;
    }
    var end = openings.end(slotId.start());
    if (blocked.containsKey(slotId)) {
      var already = illegal("OnlyFreeSlotCanBeBlocked", "BLOCKED");
      // Its length may have changed, so that something else is in its way as well.
      return inTheWay(slotId, end, null, slotId) == null
          ? already + EITHER + "slot-taken"
          : already;
    }
    var inTheWay = inTheWay(slotId, end, null);
    if (inTheWay == null) {
      return "slot-taken";
    }
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    inTheWay.forEach(lapsed -> lapsed.become(EXPIRED, null));
    blocked.put(slotId, end);
    return DONE;
  }

  String unblock(SlotId slotId, Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    return blocked.remove(slotId) != null
        ? DONE
        : illegal("OnlyBlockedSlotCanBeUnblocked", statusOf(slotId));
  }

  /** Whoever asks a business that is closed for good is refused. */
  String change(Seen seen, Runnable change) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    if (status == BusinessStatus.CLOSED) {
      return illegal("BusinessMustNotBeClosed", status);
    }
    change.run();
    return DONE;
  }

  String close(Seen seen) {
    if (seen == Seen.ANOTHER) {
      return CONFLICT;
    }
    status = BusinessStatus.CLOSED;
    return DONE;
  }

  private String statusOf(SlotId slotId) {
    for (var booking : bookings.values()) {
      if (booking.slotId.equals(slotId) && booking.holds() && now(booking) != EXPIRED) {
        return booking.status == PENDING ? "RESERVED" : "BOOKED";
      }
    }
    return "AVAILABLE";
  }

  /** The lapsed bookings in the way of a slot; null where something there is alive. */
  private @Nullable List<Booked> inTheWay(SlotId slotId, Instant end, @Nullable Booked own) {
    return inTheWay(slotId, end, own, null);
  }

  private @Nullable List<Booked> inTheWay(
      SlotId slotId, Instant end, @Nullable Booked own, @Nullable SlotId ownBlock) {
    for (var block : blocked.entrySet()) {
      var other = block.getKey();
      if (!other.equals(ownBlock)
          && other.resourceId().equals(slotId.resourceId())
          && other.start().isBefore(end)
          && slotId.start().isBefore(block.getValue())) {
        return null;
      }
    }
    var lapsed = new ArrayList<Booked>();
    for (var booking : bookings.values()) {
      if (booking != own && booking.holdsTimeOf(slotId, end)) {
        if (now(booking) != EXPIRED) {
          return null;
        }
        lapsed.add(booking);
      }
    }
    return lapsed;
  }

  private @Nullable String notOffered(SlotId slotId) {
    if (status != BusinessStatus.ACTIVE) {
      return "slot-not-offered BusinessMustBeActive";
    }
    var off = offTimetable(slotId);
    if (off != null) {
      return off;
    }
    var now = clock.instant();
    if (slotId.start().isBefore(now.plus(policy.minimumNotice()))) {
      return "slot-not-offered SlotMustLeaveMinimumNotice";
    }
    var lastDay = openings.date(now).plusDays(policy.horizonDays());
    return openings.date(slotId.start()).isAfter(lastDay)
        ? "slot-not-offered SlotMustBeWithinTheHorizon"
        : null;
  }

  private @Nullable String offTimetable(SlotId slotId) {
    var resource = slotId.resourceId();
    if (!resources.contains(resource) || openings.retired.contains(resource)) {
      return "slot-not-offered ResourceMustBeOffered";
    }
    if (!slotId.start().isAfter(clock.instant())) {
      return "slot-not-offered SlotMustNotHaveBegun";
    }
    if (!openings.isOnGrid(slotId.start())) {
      return "slot-not-offered SlotMustBeOnTheTimetable";
    }
    return openings.isClosed(resource, slotId.start())
        ? "slot-not-offered SlotMustNotBeInAClosure"
        : null;
  }

  BookingStatus now(Booked booking) {
    return booking.at(clock.instant());
  }

  private boolean isAutomatic() {
    return policy.approval() == Approval.AUTOMATIC;
  }

  private Instant until(SlotId slotId) {
    var end = clock.instant().plus(policy.approvalWindow());
    return end.isBefore(slotId.start()) ? end : slotId.start();
  }

  private boolean isTooLate(Booked booking, Actor by) {
    var start = booking.slotId.start();
    var last = by == Actor.CUSTOMER ? start.minus(policy.cancellationCutOff()) : start;
    return !clock.instant().isBefore(last);
  }

  private static String became(Booked booking, BookingStatus status, @Nullable Actor by) {
    booking.become(status, by);
    return booking.told();
  }

  private static String tooLate(Actor by, String command) {
    return by == Actor.CUSTOMER
        ? "too-late CustomerMust%sBeforeTheCutOff".formatted(command)
        : "too-late BusinessMust%sBeforeTheStart".formatted(command);
  }

  private static String illegal(String rule, Object from) {
    return "illegal-transition %s from %s".formatted(rule, from);
  }
}
