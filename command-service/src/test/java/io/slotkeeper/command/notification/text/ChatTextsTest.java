package io.slotkeeper.command.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.booking.BookingStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextsTest {
  private static final ZonedDateTime START = Queued.START.atZone(ZoneId.of("Europe/Madrid"));

  private final ChatTexts texts = new ChatTexts();

  @ParameterizedTest
  @CsvSource({
    "STOP, STOP",
    "stop, STOP",
    "Unsubscribe, STOP",
    "BAJA, STOP",
    "' Alto\n', STOP",
    "START, START",
    "alta, START",
    "Inicíar, START",
    "cancel, CANCEL",
    "Cancelar, CANCEL",
    "ANULAR, CANCEL",
    "cancélar, CANCEL"
  })
  void knowsItsWordsInEveryLanguage(String text, Word word) {
    assertThat(texts.wordIn(text)).contains(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "please cancel", "stop it", "cancelled", "no", "st op"})
  void takesNothingElseForOne(String text) {
    assertThat(texts.wordIn(text)).isEmpty();
  }

  @Test
  void knowsItsWordsOnAMachineOfAnyLanguage() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(new ChatTexts().wordIn("INICIAR")).contains(Word.START);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void answersInEnglish() {
    assertThat(texts.youConfirmed("en", "Ana", START))
        .isEqualTo("You have confirmed the booking of Ana on Friday 4 December 2026, 13:00.");
    assertThat(texts.alreadyDecided("en", BookingStatus.CONFIRMED, START))
        .isEqualTo("This booking is already confirmed, since Friday 4 December 2026, 13:00.");
    assertThat(texts.cancelOffer("en", "Salon Luna", START))
        .isEqualTo(
            "Do you want to call off your booking at Salon Luna on Friday 4 December 2026, 13:00?");
    assertThat(texts.cancelButton("en")).isEqualTo("Cancel booking");
  }

  @Test
  void answersInSpanish() {
    assertThat(texts.youRejected("es", "Ana", START))
        .isEqualTo(
            "Has rechazado la reserva de Ana para el viernes 4 de diciembre de 2026, 13:00.");
    assertThat(texts.cancelled("es-MX", START))
        .isEqualTo("Tu reserva del viernes 4 de diciembre de 2026, 13:00 está anulada.");
    assertThat(texts.tooLateToCancel("es", "Salon Luna")).contains("Habla con Salon Luna");
    assertThat(texts.cancelButton("es")).isEqualTo("Cancelar reserva");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void hasAnAnswerForEverything(String locale) {
    assertThat(
            List.of(
                texts.bookingLapsed(locale),
                texts.tooLate(locale),
                texts.notForYou(locale),
                texts.unknownButton(locale),
                texts.nothingToCancel(locale),
                texts.help(locale),
                texts.stopped(locale),
                texts.startedAgain(locale)))
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "''"));
    assertThat(texts.cancelButton(locale)).hasSizeBetween(1, 20);
  }

  @ParameterizedTest
  @EnumSource
  void hasAWordForEveryState(BookingStatus status) {
    assertThat(Stream.of("en", "es").map(locale -> texts.alreadyDecided(locale, status, START)))
        .doesNotHaveDuplicates();
  }

  @Test
  void translatesEveryText() {
    assertThat(keysOf("messages_es.properties")).isEqualTo(keysOf("messages.properties"));
  }

  private static Set<String> keysOf(String file) {
    var texts = new Properties();
    try (var in = ChatTexts.class.getResourceAsStream(file)) {
      texts.load(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
