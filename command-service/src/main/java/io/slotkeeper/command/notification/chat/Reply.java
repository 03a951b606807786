package io.slotkeeper.command.notification.chat;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.booking.BookingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is told in answer to a message: the facts, not the words. */
public sealed interface Reply {
  /** The owner's yes is done. */
  record Confirmed(BookingId bookingId) implements Reply {}

  /** The owner's no is done. */
  record Rejected(BookingId bookingId) implements Reply {}

  /**
   * Somebody was faster, or it was the same person.
   *
   * @param status what the booking has become
   * @param at when
   */
  record AlreadyDecided(BookingId bookingId, BookingStatus status, @Nullable Instant at)
      implements Reply {}

  /** It was too late to say yes or no. */
  record Lapsed(BookingId bookingId) implements Reply {}

  /** Others decide about this booking. */
  record NotForYou() implements Reply {}

  /** The button means nothing. */
  record UnknownButton() implements Reply {}

  /**
   * Which booking is to be cancelled?
   *
   * @param bookingIds one to three, the soonest first
   */
  record CancelOffer(List<BookingId> bookingIds) implements Reply {
    public CancelOffer {
      bookingIds = List.copyOf(bookingIds);
    }
  }

  /** There is no booking of theirs that could be cancelled. */
  record NothingToCancel() implements Reply {}

  /** The customer's booking is called off. */
  record Cancelled(BookingId bookingId) implements Reply {}

  /** The time to cancel has passed. */
  record TooLateToCancel(BookingId bookingId) implements Reply {}

  /** What can be done here. */
  record Help() implements Reply {}

  /** No more messages until START. */
  record Stopped() implements Reply {}

  /** Messages again. */
  record Started() implements Reply {}
}
