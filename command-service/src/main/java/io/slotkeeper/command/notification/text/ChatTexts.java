package io.slotkeeper.command.notification.text;

import io.slotkeeper.api.booking.BookingStatus;
import java.text.Normalizer;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What we answer in a chat, and the words that we understand there. */
@Component
public class ChatTexts {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern COMMA = Pattern.compile(",");
  private static final int LONGEST_NAME = 100;

  private final Map<String, Word> words = new HashMap<>();

  ChatTexts() {
    for (var language : Language.values()) {
      for (var word : Word.values()) {
        var key = "word." + word.name().toLowerCase(Locale.ROOT);
        COMMA.splitAsStream(language.text(key)).forEach(each -> words.put(plain(each), word));
      }
    }
  }

  /** What a message asks for that consists of one of our words, in any language. */
  public Optional<Word> wordIn(String text) {
    return Optional.ofNullable(words.get(plain(text)));
  }

  /** To the owner who has tapped Confirm. */
  public String youConfirmed(String locale, String customer, ZonedDateTime start) {
    return with(locale, "you_confirmed", name(customer), when(locale, start));
  }

  /** To the owner who has tapped Reject. */
  public String youRejected(String locale, String customer, ZonedDateTime start) {
    return with(locale, "you_rejected", name(customer), when(locale, start));
  }

  /** To whoever taps a button after the decision. */
  public String alreadyDecided(String locale, BookingStatus status, ZonedDateTime since) {
    return with(
        locale,
        "already_decided",
        Language.of(locale).text("state." + status),
        when(locale, since));
  }

  /** To the owner who answers too late. */
  public String bookingLapsed(String locale) {
    return with(locale, "booking_lapsed");
  }

  /** To the owner who confirms what is not possible any more. */
  public String tooLate(String locale) {
    return with(locale, "too_late");
  }

  /** To whoever taps a button of somebody else's. */
  public String notForYou(String locale) {
    return with(locale, "not_for_you");
  }

  /** To whoever taps a button that says nothing to us. */
  public String unknownButton(String locale) {
    return with(locale, "unknown_button");
  }

  /** Asks the customer whether to call this booking off. */
  public String cancelOffer(String locale, String business, ZonedDateTime start) {
    return with(locale, "cancel_offer", name(business), when(locale, start));
  }

  /** The title of the button below {@link #cancelOffer}. */
  public String cancelButton(String locale) {
    return Language.of(locale).text("button.cancel");
  }

  /** To the customer who has nothing to call off. */
  public String nothingToCancel(String locale) {
    return with(locale, "nothing_to_cancel");
  }

  /** To the customer who has called a booking off. */
  public String cancelled(String locale, ZonedDateTime start) {
    return with(locale, "cancelled", when(locale, start));
  }

  /** To the customer whose booking can only be called off by talking to the business. */
  public String tooLateToCancel(String locale, String business) {
    return with(locale, "too_late_to_cancel", name(business));
  }

  /** To whoever writes what we do not understand. */
  public String help(String locale) {
    return with(locale, "help");
  }

  /** The last message after STOP. */
  public String stopped(String locale) {
    return with(locale, "stopped");
  }

  /** The first message after START. */
  public String startedAgain(String locale) {
    return with(locale, "started_again");
  }

  private static String with(String locale, String key, String... values) {
    return Language.of(locale).text("chat." + key, List.of(values));
  }

  private static String when(String locale, ZonedDateTime time) {
    return Language.of(locale).when(time);
  }

  private static String name(String typed) {
    return OneLine.of(typed, LONGEST_NAME);
  }

  private static String plain(String text) {
    var apart = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
