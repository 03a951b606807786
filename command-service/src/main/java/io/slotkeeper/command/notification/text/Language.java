package io.slotkeeper.command.notification.text;

import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A language that we speak. */
enum Language {
  ENGLISH("en"),
  SPANISH("es");

  private final Locale locale;

  // Nothing writes into a bundle.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ResourceBundle texts;

  private final DateTimeFormatter when;
  private final DateTimeFormatter ambiguousWhen;

  Language(String tag) {
    locale = Locale.forLanguageTag(tag);
    // Without a fallback to the machine's own language.
    texts =
        ResourceBundle.getBundle(
            Language.class.getPackageName() + ".messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    when = DateTimeFormatter.ofPattern(text("when"), locale);
    ambiguousWhen = DateTimeFormatter.ofPattern(text("when.ambiguous"), locale);
  }

  /** The language of a BCP 47 tag, English where we do not speak it. */
  static Language of(String tag) {
    var wanted = Locale.forLanguageTag(tag).getLanguage();
    return wanted.equals(SPANISH.tag()) ? SPANISH : ENGLISH;
  }

  String tag() {
    return locale.getLanguage();
  }

  /** A text without variables. */
  String text(String key) {
    return texts.getString(key);
  }

  /** A text with its variables filled in, which are taken as they are. */
  String text(String key, List<String> values) {
    return new MessageFormat(text(key), locale).format(values.toArray());
  }

  /** A time in words; its offset is named where the clock shows it twice. */
  String when(ZonedDateTime time) {
    boolean twice = time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    return (twice ? ambiguousWhen : when).format(time);
  }
}
