package io.slotkeeper.command.notification.reply;

import io.slotkeeper.api.BookingId;
import io.slotkeeper.api.PhoneNumber;
import io.slotkeeper.api.business.BusinessState;
import io.slotkeeper.command.booking.BookingCustomers;
import io.slotkeeper.command.booking.BookingHistory;
import io.slotkeeper.command.booking.BookingStanding;
import io.slotkeeper.command.business.Businesses;
import io.slotkeeper.command.notification.chat.ButtonAction;
import io.slotkeeper.command.notification.chat.ButtonTokens;
import io.slotkeeper.command.notification.chat.Reply;
import io.slotkeeper.command.notification.chat.Reply.AlreadyDecided;
import io.slotkeeper.command.notification.chat.Reply.CancelOffer;
import io.slotkeeper.command.notification.chat.Reply.Cancelled;
import io.slotkeeper.command.notification.chat.Reply.Confirmed;
import io.slotkeeper.command.notification.chat.Reply.Help;
import io.slotkeeper.command.notification.chat.Reply.Lapsed;
import io.slotkeeper.command.notification.chat.Reply.NotForYou;
import io.slotkeeper.command.notification.chat.Reply.NothingToCancel;
import io.slotkeeper.command.notification.chat.Reply.Rejected;
import io.slotkeeper.command.notification.chat.Reply.Started;
import io.slotkeeper.command.notification.chat.Reply.Stopped;
import io.slotkeeper.command.notification.chat.Reply.TooLateToCancel;
import io.slotkeeper.command.notification.chat.Reply.UnknownButton;
import io.slotkeeper.command.notification.delivery.ToldBookings;
import io.slotkeeper.command.notification.text.ChatTexts;
import io.slotkeeper.command.notification.whatsapp.Body;
import io.slotkeeper.command.notification.whatsapp.Button;
import io.slotkeeper.platform.privacy.CustomerKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts answers into words, in the language of the business or in the one last used. */
@Component
class ReplyWords {

  private static final String OTHERWISE = "en";

  private final ChatTexts texts;
  private final BookingHistory history;
  private final BookingCustomers customers;
  private final CustomerKeys keys;
  private final Businesses businesses;
  private final ToldBookings told;
  private final ButtonTokens tokens;
  private final Clock clock;

  ReplyWords(
      ChatTexts texts,
      BookingHistory history,
      BookingCustomers customers,
      CustomerKeys keys,
      Businesses businesses,
      ToldBookings told,
      ButtonTokens tokens,
      Clock clock) {
    this.texts = texts;
    this.history = history;
    this.customers = customers;
    this.keys = keys;
    this.businesses = businesses;
    this.told = told;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** One message or more. */
  List<Body> of(PhoneNumber to, Reply reply) {
    var locale = told.localeOf(to).orElse(OTHERWISE);
    return switch (reply) {
      case Confirmed r -> about(r.bookingId(), Telling::confirmed);
      case Rejected r -> about(r.bookingId(), Telling::rejected);
      case AlreadyDecided r -> about(r.bookingId(), telling -> telling.decided(r, clock.instant()));
      case Lapsed r -> about(r.bookingId(), telling -> texts.bookingLapsed(telling.locale()));
      case Cancelled r -> about(r.bookingId(), Telling::cancelled);
      case TooLateToCancel r -> about(r.bookingId(), Telling::tooLate);
      case CancelOffer r -> r.bookingIds().stream().map(this::offer).toList();
      case NotForYou r -> text(texts.notForYou(locale));
      case UnknownButton r -> text(texts.unknownButton(locale));
      case NothingToCancel r -> text(texts.nothingToCancel(locale));
      case Help r -> text(texts.help(locale));
      case Stopped r -> text(texts.stopped(locale));
      case Started r -> text(texts.startedAgain(locale));
    };
  }

  private List<Body> about(BookingId bookingId, Function<Telling, String> words) {
    return text(words.apply(telling(bookingId)));
  }

  private Body offer(BookingId bookingId) {
    var telling = telling(bookingId);
    var token = tokens.issue(ButtonAction.CANCEL, bookingId, telling.booking().start());
    return new Body.Buttons(
        texts.cancelOffer(telling.locale(), telling.business().name(), telling.start()),
        List.of(new Button(token, texts.cancelButton(telling.locale()))));
  }

  private Telling telling(BookingId bookingId) {
    var booking = history.standing(bookingId).orElseThrow();
    return new Telling(
        texts, booking, businesses.current(booking.businessId()).orElseThrow(), nameOf(bookingId));
  }

  private String nameOf(BookingId bookingId) {
    var name = customers.of(bookingId).orElseThrow().name();
    return keys.of(List.of(name)).open(name);
  }

  private static List<Body> text(String words) {
    return List.of(new Body.Text(words));
  }

  private record Telling(
      ChatTexts texts, BookingStanding booking, BusinessState business, String customerName) {

    String locale() {
      return business.locale();
    }

    ZonedDateTime start() {
      return booking.start().atZone(business.timeZone());
    }

    String confirmed() {
      return texts.youConfirmed(locale(), customerName, start());
    }

    String rejected() {
      return texts.youRejected(locale(), customerName, start());
    }

    String decided(AlreadyDecided reply, Instant now) {
      var at = Objects.requireNonNullElse(reply.at(), now);
      return texts.alreadyDecided(locale(), reply.status(), at.atZone(business.timeZone()));
    }

    String cancelled() {
      return texts.cancelled(locale(), start());
    }

    String tooLate() {
      return texts.tooLateToCancel(locale(), business.name());
    }
  }
}
