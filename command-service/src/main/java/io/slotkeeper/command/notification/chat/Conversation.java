package io.slotkeeper.command.notification.chat;

import static java.util.Comparator.comparing;

import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.command.booking.BookingHistory;
import io.slotkeeper.command.booking.BookingStanding;
import io.slotkeeper.command.notification.chat.Inbound.ButtonTap;
import io.slotkeeper.command.notification.chat.Inbound.FromPerson;
import io.slotkeeper.command.notification.chat.Inbound.TextMessage;
import io.slotkeeper.command.notification.chat.Inbound.Unsupported;
import io.slotkeeper.command.notification.chat.Reply.CancelOffer;
import io.slotkeeper.command.notification.chat.Reply.Help;
import io.slotkeeper.command.notification.chat.Reply.NothingToCancel;
import io.slotkeeper.command.notification.chat.Reply.Started;
import io.slotkeeper.command.notification.chat.Reply.Stopped;
import io.slotkeeper.command.notification.chat.Words.Word;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Obeys people where they may be obeyed, and answers each message at most once. */
@Component
class Conversation {

  /** A message of WhatsApp has at most three buttons. */
  private static final int MOST_OFFERED = 3;

  private final Contacts contacts;
  private final SeenMessages seen;
  private final ButtonTaps taps;
  private final Words words;
  private final CustomerBookings bookings;
  private final BookingHistory history;
  private final ChatReplies replies;
  private final Clock clock;

  Conversation(
      Contacts contacts,
      SeenMessages seen,
      ButtonTaps taps,
      Words words,
      CustomerBookings bookings,
      BookingHistory history,
      ChatReplies replies,
      Clock clock) {
    this.contacts = contacts;
    this.seen = seen;
    this.taps = taps;
    this.words = words;
    this.bookings = bookings;
    this.history = history;
    this.replies = replies;
    this.clock = clock;
  }

  void hear(FromPerson message) {
    var from = message.from();
    if (from == null) {
      // There is no number to answer, nor one to know the owner or the customer by.
      return;
    }
    contacts.heard(from, message.at());
    if (seen.isSeen(message.wamid())) {
      return;
    }
    switch (message) {
      case ButtonTap tap -> {
        // Outside the transaction that answers: a command has its own, which is tried again alone.
        var reply = taps.obey(tap, from);
        seen.once(tap.wamid(), () -> replies.reply(from, tap.wamid(), reply));
      }
      case TextMessage text ->
          seen.once(
              text.wamid(),
              () ->
                  answer(text, from).ifPresent(reply -> replies.reply(from, text.wamid(), reply)));
      case Unsupported picture -> {}
    }
  }

  private Optional<Reply> answer(TextMessage text, PhoneNumber from) {
    var word = words.in(text.text()).orElse(null);
    if (word == null) {
      boolean help = !contacts.isStopped(from) && contacts.mayHelp(from);
      return help ? Optional.of(new Help()) : Optional.empty();
    }
    return switch (word) {
      case STOP, START -> {
        boolean stop = word == Word.STOP;
        yield contacts.prefers(from, stop, text.at())
            ? Optional.of(stop ? new Stopped() : new Started())
            : Optional.empty();
      }
      case CANCEL -> Optional.of(offer(from));
    };
  }

  private Reply offer(PhoneNumber customer) {
    var now = clock.instant();
    var offered =
        bookings.of(customer).stream()
            .flatMap(bookingId -> history.standing(bookingId).stream())
            .filter(booking -> booking.status().isLive() && booking.start().isAfter(now))
            .filter(booking -> customer.equals(booking.customer()))
            .sorted(comparing(BookingStanding::start))
            .limit(MOST_OFFERED)
            .map(BookingStanding::bookingId)
            .toList();
    return offered.isEmpty() ? new NothingToCancel() : new CancelOffer(offered);
  }
}
