package io.slotkeeper.command.notification.chat;

import static io.slotkeeper.api.booking.BookingStatus.CANCELLED;
import static io.slotkeeper.api.booking.BookingStatus.CONFIRMED;
import static io.slotkeeper.api.booking.BookingStatus.EXPIRED;
import static io.slotkeeper.api.booking.BookingStatus.PENDING;
import static io.slotkeeper.api.booking.BookingStatus.REJECTED;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.Refused;
import io.slotkeeper.api.booking.BookingCommand;
import io.slotkeeper.api.booking.BookingCommand.CancelBooking;
import io.slotkeeper.api.booking.BookingCommand.ConfirmBooking;
import io.slotkeeper.api.booking.BookingCommand.RejectBooking;
import io.slotkeeper.api.booking.BookingStatus;
import io.slotkeeper.command.Commands;
import io.slotkeeper.command.booking.BookingHistory;
import io.slotkeeper.command.booking.BookingStanding;
import io.slotkeeper.command.business.Businesses;
import io.slotkeeper.command.notification.chat.Inbound.ButtonTap;
import io.slotkeeper.command.notification.chat.Reply.AlreadyDecided;
import io.slotkeeper.command.notification.chat.Reply.Cancelled;
import io.slotkeeper.command.notification.chat.Reply.Confirmed;
import io.slotkeeper.command.notification.chat.Reply.Lapsed;
import io.slotkeeper.command.notification.chat.Reply.NotForYou;
import io.slotkeeper.command.notification.chat.Reply.Rejected;
import io.slotkeeper.command.notification.chat.Reply.TooLateToCancel;
import io.slotkeeper.command.notification.chat.Reply.UnknownButton;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Does what a button says, under the same rules as the API. */
@Component
class ButtonTaps {

  private final ButtonTokens tokens;
  private final BookingHistory history;
  private final Businesses businesses;
  private final Commands commands;
  private final SeenMessages seen;
  private final Clock clock;

  ButtonTaps(
      ButtonTokens tokens,
      BookingHistory history,
      Businesses businesses,
      Commands commands,
      SeenMessages seen,
      Clock clock) {
    this.tokens = tokens;
    this.history = history;
    this.businesses = businesses;
    this.commands = commands;
    this.seen = seen;
    this.clock = clock;
  }

  Reply obey(ButtonTap tap, PhoneNumber from) {
    var token = tokens.read(tap.payload()).orElse(null);
    if (token == null) {
      return new UnknownButton();
    }
    var booking = history.standing(token.bookingId()).orElse(null);
    if (booking == null) {
      return new UnknownButton();
    }
    if (!mayTap(token, booking, from)) {
      return new NotForYou();
    }
    boolean expired = token.isExpiredAt(tap.at()) || token.isExpiredAt(clock.instant());
    // Before a crash this very tap may have been obeyed, but not answered.
    var attempt = "attempt:" + tap.wamid();
    if (seen.isSeen(attempt) && booking.status() == intended(token.action())) {
      return done(token);
    }
    seen.once(attempt, () -> {});
    return switch (token.action()) {
      case APPROVE, REJECT -> decide(token, booking, expired);
      case CANCEL -> cancel(token, booking, expired);
    };
  }

  /** To be asked after it is known that the sender may tap. */
  private static Origin origin(ButtonToken token, BookingStanding booking) {
    var heard = CurrentOrigin.get().orElseThrow();
    var actor =
        switch (token.action()) {
          case APPROVE, REJECT -> "owner:" + booking.businessId();
          case CANCEL -> "customer:" + booking.bookingId();
        };
    return new Origin(actor, "whatsapp:button " + token.action().word(), heard.correlation());
  }

  private static BookingStatus intended(ButtonAction action) {
    return switch (action) {
      case APPROVE -> CONFIRMED;
      case REJECT -> REJECTED;
      case CANCEL -> CANCELLED;
    };
  }

  private static Reply done(ButtonToken token) {
    return switch (token.action()) {
      case APPROVE -> new Confirmed(token.bookingId());
      case REJECT -> new Rejected(token.bookingId());
      case CANCEL -> new Cancelled(token.bookingId());
    };
  }

  private boolean mayTap(ButtonToken token, BookingStanding booking, PhoneNumber from) {
    return switch (token.action()) {
      case APPROVE, REJECT ->
          businesses
              .current(booking.businessId())
              .filter(business -> business.whatsappNumber().equals(from.value()))
              .isPresent();
      case CANCEL -> from.equals(booking.customer());
    };
  }

  private Reply decide(ButtonToken token, BookingStanding booking, boolean expired) {
    if (booking.status() != PENDING) {
      return asItIs(booking);
    }
    if (expired || !isOfThisRound(token, booking)) {
      return new Lapsed(booking.bookingId());
    }
    var bookingId = booking.bookingId();
    return token.action() == ButtonAction.APPROVE
        ? send(new ConfirmBooking(bookingId), booking, token)
        : send(new RejectBooking(bookingId, null), booking, token);
  }

  /** A booking that was moved waits anew, and what its owner saw before is not what waits now. */
  private static boolean isOfThisRound(ButtonToken token, BookingStanding booking) {
    var until = booking.until();
    return until != null && until.getEpochSecond() == token.expiry().getEpochSecond();
  }

  private Reply cancel(ButtonToken token, BookingStanding booking, boolean expired) {
    var bookingId = booking.bookingId();
    if (!booking.status().isLive()) {
      return asItIs(booking);
    }
    return expired
        ? new TooLateToCancel(bookingId)
        : send(new CancelBooking(bookingId, Actor.CUSTOMER, null), booking, token);
  }

  private Reply send(BookingCommand command, BookingStanding before, ButtonToken token) {
    try {
      CurrentOrigin.during(origin(token, before), () -> commands.send(command, null));
      return done(token);
    } catch (Refused refused) {
      return switch (refused.code()) {
        case TOO_LATE -> new TooLateToCancel(before.bookingId());
        case NOT_FOUND -> new UnknownButton();
        case ILLEGAL_TRANSITION -> asItIs(history.standing(before.bookingId()).orElse(before));
        case SLOT_TAKEN, VERSION_CONFLICT, SLOT_NOT_OFFERED -> throw refused;
      };
    }
  }

  private static Reply asItIs(BookingStanding booking) {
    return booking.status() == EXPIRED
        ? new Lapsed(booking.bookingId())
        : new AlreadyDecided(booking.bookingId(), booking.status(), booking.since());
  }
}
