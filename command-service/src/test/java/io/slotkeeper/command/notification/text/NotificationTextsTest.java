package io.slotkeeper.command.notification.text;

import static io.slotkeeper.api.notification.NotificationKind.APPROVAL_REQUEST;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_CANCELLED;
import static io.slotkeeper.api.notification.NotificationKind.BOOKING_RESCHEDULED;
import static io.slotkeeper.api.notification.NotificationKind.REMINDER;
import static io.slotkeeper.api.notification.Recipient.CUSTOMER;
import static io.slotkeeper.api.notification.Recipient.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.notification.NotificationKind;
import io.slotkeeper.api.notification.Recipient;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTextsTest {
  private final NotificationTexts texts = new NotificationTexts();

  static Stream<Queued> all() {
    return Arrays.stream(NotificationKind.values())
        .flatMap(
            kind ->
                Arrays.stream(Recipient.values())
                    .flatMap(
                        recipient ->
                            Stream.of("en", "es")
                                .map(locale -> Queued.of(kind, recipient, locale))));
  }

  @Test
  void asksForApprovalInEnglish() {
    var rendered = texts.render(Queued.of(APPROVAL_REQUEST, OWNER, "en-GB").event());

    assertThat(rendered.templateName()).isEqualTo("slotkeeper_approval_request_1");
    assertThat(rendered.language()).isEqualTo("en");
    assertThat(rendered.parameters())
        .containsExactly(
            "Salon Luna",
            "Ana",
            "Chair 1",
            "Friday 4 December 2026, 13:00",
            "Thursday 3 December 2026, 18:30");
    assertThat(rendered.text())
        .isEqualTo(
            "New booking request at Salon Luna: Ana asks for Chair 1 on Friday 4 December 2026,"
                + " 13:00. Please answer before Thursday 3 December 2026, 18:30, after which the"
                + " request lapses.");
    assertThat(rendered.buttonTitles()).containsExactly("Confirm", "Reject");
  }

  @Test
  void asksForApprovalInSpanish() {
    var rendered = texts.render(Queued.of(APPROVAL_REQUEST, OWNER, "es-MX").event());

    assertThat(rendered.language()).isEqualTo("es");
    assertThat(rendered.text())
        .isEqualTo(
            "Nueva solicitud de reserva en Salon Luna: Ana pide Chair 1 el viernes 4 de diciembre"
                + " de 2026, 13:00. Responde antes del jueves 3 de diciembre de 2026, 18:30;"
                + " después, la solicitud caduca.");
    assertThat(rendered.buttonTitles()).containsExactly("Confirmar", "Rechazar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "pt-BR", "und", ""})
  void speaksEnglishWhereItDoesNotKnowTheLanguage(String locale) {
    assertThat(texts.render(Queued.of(REMINDER, CUSTOMER, locale).event()).text())
        .startsWith("Hello Ana, this is a reminder");
  }

  @ParameterizedTest
  @MethodSource("all")
  void saysTheSameInATemplateAndInAFreeText(Queued queued) {
    var rendered = texts.render(queued.event());
    var template = Template.of(queued.kind(), queued.recipient());

    var filled = template.definition(Language.of(queued.locale()));
    for (int i = 0; i < rendered.parameters().size(); i++) {
      filled = filled.replace("{{%d}}".formatted(i + 1), rendered.parameters().get(i));
    }
    assertThat(rendered.text()).isEqualTo(filled).doesNotContain("{", "}", "null");
    assertThat(rendered.buttonTitles()).hasSize(queued.kind() == APPROVAL_REQUEST ? 2 : 0);
    assertThat(rendered.buttonTitles()).allMatch(title -> title.length() <= 20);
  }

  @Test
  void tellsEachSideOfAMoveInItsOwnWords() {
    assertThat(texts.render(Queued.of(BOOKING_RESCHEDULED, OWNER, "en").event()).templateName())
        .isEqualTo("slotkeeper_booking_rescheduled_owner_1");
    assertThat(texts.render(Queued.of(BOOKING_RESCHEDULED, CUSTOMER, "en").event()).templateName())
        .isEqualTo("slotkeeper_booking_rescheduled_customer_1");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 2026-10-25T00:30:00Z, 'Sunday 25 October 2026, 02:30 (GMT+2)'",
    "en, 2026-10-25T01:30:00Z, 'Sunday 25 October 2026, 02:30 (GMT+1)'",
    "en, 2026-10-25T02:30:00Z, 'Sunday 25 October 2026, 03:30'",
    "en, 2026-03-29T01:00:00Z, 'Sunday 29 March 2026, 03:00'",
    "es, 2026-10-25T01:30:00Z, 'domingo 25 de octubre de 2026, 02:30 (GMT+1)'"
  })
  void namesTheOffsetWhereTheClockShowsATimeTwice(String locale, String start, String words) {
    var rendered = texts.render(Queued.of(REMINDER, CUSTOMER, locale).at(start).event());

    assertThat(rendered.parameters()).last().isEqualTo(words);
  }

  @Test
  void givesTimesInTheZoneOfTheBusiness() {
    var rendered = texts.render(Queued.of(REMINDER, CUSTOMER, "en").in("Asia/Tokyo").event());

    assertThat(rendered.parameters()).last().isEqualTo("Friday 4 December 2026, 21:00");
  }

  @Test
  void doesWithoutAReasonAndWithoutADeadline() {
    assertThat(texts.render(Queued.of(BOOKING_CANCELLED, CUSTOMER, "es").without().event()).text())
        .contains("Motivo: no indicado.");
    assertThat(texts.render(Queued.of(APPROVAL_REQUEST, OWNER, "en").without().event()).text())
        .contains("Please answer before Friday 4 December 2026, 13:00,");
  }

  @Test
  void letsNoNameBreakOut() {
    var nasty = " O'Neil\r\n\t{0} {{1}}      '{2}'\u2028\u202Eevil\u0000 ";
    var rendered = texts.render(Queued.of(REMINDER, CUSTOMER, "en").from(nasty).event());

    assertThat(rendered.parameters()).first().isEqualTo("O'Neil {0} {{1}} '{2}' evil");
    assertThat(rendered.text()).startsWith("Hello O'Neil {0} {{1}} '{2}' evil, this is");
  }

  @Test
  void shortensLongNamesAndReplacesEmptyOnes() {
    var endless = texts.render(Queued.of(REMINDER, CUSTOMER, "en").from("😀".repeat(90)).event());
    var empty = texts.render(Queued.of(REMINDER, CUSTOMER, "en").from(" \n ").event());

    assertThat(endless.parameters()).first().isEqualTo("😀".repeat(49) + "…");
    assertThat(empty.parameters()).first().isEqualTo("—");
  }

  @Test
  void showsNothingPersonal() {
    assertThat(texts.render(Queued.of(REMINDER, CUSTOMER, "en").event()).toString())
        .isEqualTo("Rendered[slotkeeper_reminder_1.en]");
  }
}
