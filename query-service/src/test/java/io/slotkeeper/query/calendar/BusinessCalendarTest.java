package io.slotkeeper.query.calendar;

import static io.slotkeeper.query.calendar.CalendarScene.business;
import static io.slotkeeper.query.calendar.CalendarScene.entry;
import static io.slotkeeper.query.calendar.CalendarScene.write;
import static io.slotkeeper.query.calendar.ReadBack.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.business.BusinessState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
  private static final Instant FROM = Instant.parse("2026-09-02T11:00:00Z");
  private static final Instant TEN = Instant.parse("2026-12-02T09:00:00Z");
  private static final BusinessState SALON = business("Salon", "Europe/Madrid", "Chair");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana, la de siempre; con \\ y : y \"comillas\"",
        "👩🏽‍🦰 Ana 👩‍👩‍👧‍👦",
        "x",
        "Ñandú Ætheling Ωμέγα 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "\\n is no new line, \\, no comma and \\\\ two",
        "tab\there",
        "BEGIN:VEVENT"
      })
  void readsBackEveryTextAsItWas(String text) {
    var read = read(business(text, "Europe/Madrid", text), text, text);

    var event = read.events().getFirst();
    assertThat(value(event, Property.SUMMARY)).isEqualTo(text);
    assertThat(value(event, Property.LOCATION)).isEqualTo(text);
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo("+34600333444\n" + text);
    assertThat(read.calendar().getProperty("X-WR-CALNAME").map(Property::getValue).orElseThrow())
        .isEqualTo(text);
  }

  @Test
  void keepsNewLinesInNotesOnly() {
    var event = read(SALON, "Ana\nBea", "one\r\ntwo\nthree\rfour\u2028five").events().getFirst();

    assertThat(value(event, Property.SUMMARY)).isEqualTo("Ana Bea");
    assertThat(value(event, Property.DESCRIPTION))
        .isEqualTo("+34600333444\none\ntwo\nthree\nfour\nfive");
  }

  @Test
  void letsNoTextBecomeALine() {
    var evil = "x\u0000\u0007\u001B\u007F\u0085\r\nEND:VEVENT\rEND:VCALENDAR\nATTACH:file:///etc";

    var read = read(business(evil, "Europe/Madrid", evil), evil, evil);

    assertThat(read.events()).hasSize(1);
    assertThat(read.lines().stream().filter(line -> line.startsWith("END:VEVENT"))).hasSize(1);
    assertThat(read.lines()).noneMatch(line -> line.startsWith("ATTACH"));
    assertThat(read.text().replace("\r\n", "")).doesNotContainPattern("[\\p{Cc}\u2028\u2029]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ñ", "漢", "😀"})
  void hasNoLineLongerThan75Octets(String letter) {
    for (int length = 60; length < 80; length++) {
      var text = "x".repeat(length % 4) + letter.repeat(length);
      var read = read(business(text, "Europe/Madrid", text), text, text.repeat(5));

      assertThat(read.lines())
          .allSatisfy(
              line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
      assertThat(value(read.events().getFirst(), Property.SUMMARY)).isEqualTo(text);
    }
  }

  @Test
  void leavesOutWhatIsNotThere() {
    var entry = entry(TEN, TEN.plus(Duration.ofMinutes(30)), null, null);

    var read = ReadBack.of(write(SALON, FROM, List.of(entry)));

    var event = read.events().getFirst();
    assertThat(value(event, Property.SUMMARY)).isEmpty();
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo("+34600333444");
  }

  @Test
  void isValidWithoutBookings() {
    assertThat(ReadBack.of(write(SALON, FROM, List.of())).events()).isEmpty();
  }

  @Test
  void tellsProgramsWhoItIsAndHowOftenToCome() {
    assertThat(read(SALON, "Ana", null).lines())
        .startsWith("BEGIN:VCALENDAR")
        .contains(
            "PRODID:-//Slotkeeper//Slotkeeper//EN",
            "VERSION:2.0",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Salon",
            "REFRESH-INTERVAL;VALUE=DURATION:PT5M",
            "X-PUBLISHED-TTL:PT5M",
            "DTSTART;TZID=Europe/Madrid:20261202T100000",
            "DTEND;TZID=Europe/Madrid:20261202T103000",
            "DTSTAMP:20261120T081530Z",
            "LAST-MODIFIED:20261120T081530Z",
            "SEQUENCE:1")
        .endsWith("END:VCALENDAR");
  }

  @Test
  void leavesTheZonesOfTheJvmAsTheyAre() throws IOException, InterruptedException {
    // Here ical4j has read calendars, for which it adds zones; so it takes a JVM that only writes.
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "-cp", classPath, ZonesAfterWriting.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var added = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(added.strip().lines().reduce((first, last) -> last)).contains("zones added: []");
  }

  private static ReadBack read(BusinessState business, String customer, @Nullable String note) {
    var entry = entry(TEN, TEN.plus(Duration.ofMinutes(30)), customer, note);
    var bytes = write(business, FROM, List.of(entry));
    assertThat(bytes).isEqualTo(write(business, FROM, List.of(entry)));
    return ReadBack.of(bytes);
  }
}
