package io.slotkeeper.command.booking;

import static io.slotkeeper.command.node.Samples.BOOKING;
import static io.slotkeeper.command.node.Samples.BUSINESS;
import static io.slotkeeper.command.node.Samples.CHAIR;
import static io.slotkeeper.command.node.Samples.CONSENT;
import static io.slotkeeper.command.node.Samples.CUSTOMER;
import static io.slotkeeper.command.node.Samples.CUSTOMER_ID;
import static io.slotkeeper.command.node.Samples.NOW;
import static io.slotkeeper.command.node.Samples.SLOT;
import static io.slotkeeper.command.node.Samples.START;
import static io.slotkeeper.command.node.Samples.WINDOW;
import static io.slotkeeper.command.node.Samples.sealed;

import io.slotkeeper.api.booking.BookingEvent;
import io.slotkeeper.api.booking.BookingEvent.BookingCancelled;
import io.slotkeeper.api.booking.BookingEvent.BookingCompleted;
import io.slotkeeper.api.booking.BookingEvent.BookingConfirmed;
import io.slotkeeper.api.booking.BookingEvent.BookingExpired;
import io.slotkeeper.api.booking.BookingEvent.BookingMarkedNoShow;
import io.slotkeeper.api.booking.BookingEvent.BookingRejected;
import io.slotkeeper.api.booking.BookingEvent.BookingRequested;
import io.slotkeeper.api.booking.BookingEvent.BookingRescheduled;
import io.slotkeeper.api.business.Approval;
import io.slotkeeper.api.timetable.OfferedSlot;
import io.slotkeeper.command.node.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the sample booking came to each of its states. */
final class BookingHistories {

  static final Instant UNTIL = NOW.plus(WINDOW);
  static final OfferedSlot MOVED_TO = Samples.slot(START.plus(Duration.ofHours(24)));

  private BookingHistories() {}

  enum Given {
    PENDING,
    /** Waits for an answer that can no longer come. */
    LAPSED,
    CONFIRMED,
    /** Is confirmed, and its start has come. */
    BEGUN,
    REJECTED,
    EXPIRED,
    CANCELLED,
    COMPLETED,
    NO_SHOW;

    Instant now() {
      return switch (this) {
        case PENDING -> UNTIL.minusMillis(1);
        case LAPSED -> UNTIL;
        case CONFIRMED, REJECTED, EXPIRED, CANCELLED -> START.minus(Duration.ofHours(3));
        case BEGUN, COMPLETED, NO_SHOW -> START;
      };
    }
  }

  static List<BookingEvent> of(Given given) {
    return switch (given) {
      case PENDING, LAPSED -> List.of(requested());
      case CONFIRMED, BEGUN -> List.of(requested(), confirmed());
      case REJECTED -> List.of(requested(), rejected());
      case EXPIRED -> List.of(requested(), expired());
      case CANCELLED -> List.of(requested(), cancelled("CUSTOMER"));
      case COMPLETED -> List.of(requested(), confirmed(), completed());
      case NO_SHOW -> List.of(requested(), confirmed(), noShow());
    };
  }

  static BookingRequested requested() {
    return requested(Approval.MANUAL);
  }

  static BookingRequested requested(Approval approval) {
    return new BookingRequested(
        BOOKING.value(),
        BUSINESS.value(),
        CHAIR.value(),
        SLOT.slotId().toString(),
        SLOT.start(),
        SLOT.end(),
        UNTIL,
        CUSTOMER_ID.value(),
        sealed(CUSTOMER.name()),
        sealed(CUSTOMER.phone().value()),
        sealed("By the window"),
        CONSENT.at(),
        CONSENT.words(),
        approval.name(),
        List.of("PT24H", "PT2H"));
  }

  static BookingConfirmed confirmed() {
    return new BookingConfirmed(BOOKING.value(), BUSINESS.value());
  }

  static BookingRejected rejected() {
    return new BookingRejected(BOOKING.value(), BUSINESS.value(), sealed("Full"));
  }

  static BookingExpired expired() {
    return new BookingExpired(BOOKING.value(), BUSINESS.value());
  }

  static BookingCancelled cancelled(String by) {
    return new BookingCancelled(BOOKING.value(), BUSINESS.value(), by, sealed("Ill"));
  }

  static BookingRescheduled rescheduled(String status, @Nullable Instant until, String by) {
    return new BookingRescheduled(
        BOOKING.value(),
        BUSINESS.value(),
        SLOT.slotId().toString(),
        MOVED_TO.slotId().toString(),
        CHAIR.value(),
        MOVED_TO.start(),
        MOVED_TO.end(),
        status,
        until,
        by);
  }

  static BookingCompleted completed() {
    return new BookingCompleted(BOOKING.value(), BUSINESS.value());
  }

  static BookingMarkedNoShow noShow() {
    return new BookingMarkedNoShow(BOOKING.value(), BUSINESS.value());
  }
}
