package io.slotkeeper.command.simulation;

import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who must be told what, and which deadlines there must be, once the sagas have had the events. */
final class Tellings {

  private static final Duration GRACE = Duration.ofMinutes(30);

  private final Map<BookingId, Followed> followed = new HashMap<>();
  private final List<String> reminded = new ArrayList<>();
  private final List<String> perhapsReminded = new ArrayList<>();

  /** One event has come to its saga, for good. */
  void delivered(Booked booking, int version, Instant now) {
    var occasion = booking.occasions.get(version);
    var saga = followed.computeIfAbsent(booking.id, id -> new Followed());
    boolean asked = occasion.status() == PENDING && !booking.automatic;
    boolean movedToWait = occasion.status() == PENDING && version > 0;
    forgetReminders(saga);
    saga.approval = asked || movedToWait ? occasion.until() : null;
    if (occasion.status() == CONFIRMED) {
      for (var offset : booking.reminders) {
        var at = occasion.slotId().start().minus(offset);
        if (at.isAfter(now)) {
          saga.reminders.add(new Reminder(at, reminder(booking, occasion.slotId())));
        }
      }
    }
  }

  /** The bookings whose window the sagas see ended. */
  List<BookingId> dueApprovals(Instant now) {
    return followed.entrySet().stream()
        .filter(entry -> hasCome(entry.getValue().approval, now))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All deadlines whose time has come have fired. */
  void fired(Instant now) {
    for (var saga : followed.values()) {
      if (hasCome(saga.approval, now)) {
        saga.approval = null;
      }
      saga.reminders.removeIf(
          reminder -> {
            if (reminder.at.isAfter(now)) {
              return false;
            }
            if (!now.isAfter(reminder.at.plus(GRACE))) {
              reminded.add(reminder.telling);
            } else if (reminder.perhaps) {
              perhapsReminded.add(reminder.telling);
            }
            return true;
          });
    }
  }

  /** Power failed meanwhile: some of them have fired, and will again unless that was noted. */
  void firedPartly(Instant now) {
    for (var saga : followed.values()) {
      for (var reminder : saga.reminders) {
        if (!reminder.at.isAfter(now) && !now.isAfter(reminder.at.plus(GRACE))) {
          reminder.perhaps = true;
        }
      }
    }
  }

  private void forgetReminders(Followed saga) {
    saga.reminders.stream()
        .filter(reminder -> reminder.perhaps)
        .forEach(reminder -> perhapsReminded.add(reminder.telling));
    saga.reminders.clear();
  }

  /** How often each thing must have been told, once all is delivered. */
  Map<String, Integer> expected(Iterable<Booked> bookings) {
    var expected = new TreeMap<String, Integer>();
    for (var booking : bookings) {
      boolean first = true;
      for (var occasion : booking.occasions) {
        for (var kind : kinds(occasion, first, booking.automatic)) {
          expected.merge(row(booking, kind, occasion.slotId()), 1, Integer::sum);
        }
        first = false;
      }
    }
    reminded.forEach(each -> expected.merge(each, 1, Integer::sum));
    return expected;
  }

  /** How often more it may have been told, since power failed. */
  int perhaps(String telling) {
    return (int) perhapsReminded.stream().filter(Predicate.isEqual(telling)).count();
  }

  private static List<String> kinds(Booked.Occasion occasion, boolean first, boolean automatic) {
    return switch (occasion.status()) {
      case PENDING ->
          first && automatic
              ? List.of()
              : List.of("APPROVAL_REQUEST to OWNER", "REQUEST_RECEIVED to CUSTOMER");
      case CONFIRMED ->
          occasion.isNewTime()
              ? List.of("BOOKING_RESCHEDULED to CUSTOMER", "BOOKING_RESCHEDULED to OWNER")
              : List.of("BOOKING_CONFIRMED to CUSTOMER");
      case REJECTED -> List.of("BOOKING_REJECTED to CUSTOMER");
      case EXPIRED -> List.of("BOOKING_EXPIRED to CUSTOMER");
      case CANCELLED ->
          occasion.by() == Actor.CUSTOMER
              ? List.of("BOOKING_CANCELLED_BY_CUSTOMER to OWNER")
              : List.of("BOOKING_CANCELLED to CUSTOMER");
      case COMPLETED, NO_SHOW -> List.of();
    };
  }

  private static String reminder(Booked booking, SlotId slotId) {
    return row(booking, "REMINDER to CUSTOMER", slotId);
  }

  private static String row(Booked booking, String kind, SlotId slotId) {
    return row(booking.id.value(), kind, slotId.start());
  }

  static String row(String bookingId, String kindAndRecipient, Instant start) {
    return "%s %s about %s".formatted(bookingId, kindAndRecipient, start);
  }

  private static boolean hasCome(@Nullable Instant at, Instant now) {
    return at != null && !at.isAfter(now);
  }

  private static final class Followed {
    private @Nullable Instant approval;
    private final List<Reminder> reminders = new ArrayList<>();
  }

  private static final class Reminder {
    private final Instant at;
    private final String telling;
    private boolean perhaps;

    Reminder(Instant at, String telling) {
      this.at = at;
      this.telling = telling;
    }
  }
}
