package io.slotkeeper.command.booking;

import static io.slotkeeper.api.booking.BookingStatus.CANCELLED;
import static io.slotkeeper.api.booking.BookingStatus.COMPLETED;
import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.NO_SHOW;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;
import static io.slotkeeper.api.booking.BookingStatus.REJECTED;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.BusinessId;
import io.slotkeeper.api.PhoneNumber;
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
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.platform.privacy.CustomerKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where a booking stands, read without a lock: whoever acts on it may find it changed. */
@Component
public class BookingHistory {

  /** Not the event store: that would also show what this transaction may still roll back. */
  private final EventStorageEngine events;

  private final CustomerKeys keys;
  private final Clock clock;

  BookingHistory(EventStorageEngine events, CustomerKeys keys, Clock clock) {
    this.events = events;
    this.keys = keys;
    this.clock = clock;
  }

  /** Where the booking stands now; empty where there is none. */
  public Optional<BookingStanding> standing(BookingId bookingId) {
    var history = events.readEvents(bookingId.value(), 0);
    BookingStanding standing = null;
    while (history.hasNext()) {
      var message = history.next();
      standing = after(standing, (BookingEvent) message.getPayload(), message.getTimestamp());
    }
    return Optional.ofNullable(standing).map(this::asOfNow);
  }

  private BookingStanding asOfNow(BookingStanding stored) {
    var until = stored.until();
    if (stored.status() == PENDING && until != null && !until.isAfter(clock.instant())) {
      return in(stored, EXPIRED, stored.start(), until, until);
    }
    return stored;
  }

  private BookingStanding after(@Nullable BookingStanding before, BookingEvent event, Instant at) {
    if (event instanceof BookingRequested e) {
      return new BookingStanding(
          new BookingId(e.bookingId()),
          new BusinessId(e.businessId()),
          phone(e.customerPhone()),
          PENDING,
          e.start(),
          e.until(),
          at);
    }
    if (before == null) {
      throw new IllegalStateException("a booking's first event is not its request");
    }
    return switch (event) {
      case BookingRequested e -> before;
      case BookingRescheduled e ->
          in(before, BookingStatus.valueOf(e.status()), e.start(), e.until(), at);
      case BookingConfirmed e -> in(before, CONFIRMED, before.start(), null, at);
      case BookingRejected e -> in(before, REJECTED, before.start(), null, at);
      case BookingExpired e -> in(before, EXPIRED, before.start(), before.until(), at);
      case BookingCancelled e -> in(before, CANCELLED, before.start(), null, at);
      case BookingCompleted e -> in(before, COMPLETED, before.start(), null, at);
      case BookingMarkedNoShow e -> in(before, NO_SHOW, before.start(), null, at);
    };
  }

  private @Nullable PhoneNumber phone(Sealed phone) {
    var ring = keys.of(List.of(phone));
    return ring.opens(phone.customerId()) ? new PhoneNumber(ring.open(phone)) : null;
  }

  private static BookingStanding in(
      BookingStanding before,
      BookingStatus status,
      Instant start,
      @Nullable Instant until,
      Instant since) {
    return new BookingStanding(
        before.bookingId(), before.businessId(), before.customer(), status, start, until, since);
  }
}
