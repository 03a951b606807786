package io.slotkeeper.query.calendar;

import static io.slotkeeper.query.calendar.CalendarScene.at;
import static io.slotkeeper.query.calendar.CalendarScene.business;
import static io.slotkeeper.query.calendar.CalendarScene.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDefinitionTest {
  private static final Instant FROM = Instant.parse("2026-09-02T11:00:00Z");
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Madrid",
        "America/New_York",
        "Pacific/Chatham",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Africa/Cairo",
        "Antarctica/Troll",
        "Europe/Dublin",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Etc/UTC",
        "Etc/GMT-3",
        "UTC",
        "EST5EDT",
        "+05:30"
      })
  void tellsTheInstantOfEveryHalfHourAroundAChangeOfTheClocks(String zone) {
    var rules = ZoneId.of(zone).getRules();
    var starts = new ArrayList<>(List.of(FROM, FROM.plus(Duration.ofDays(800))));
    var change = rules.nextTransition(FROM);
    while (change != null && change.getInstant().isBefore(FROM.plus(Duration.ofDays(800)))) {
      for (int i = -8; i <= 8; i++) {
        starts.add(change.getInstant().plus(HALF_HOUR.multipliedBy(i)));
      }
      change = rules.nextTransition(change.getInstant());
    }

    var read =
        ReadBack.of(
            write(
                business("Salon", zone, "Chair"),
                FROM,
                starts.stream().map(CalendarScene::at).toList()));

    assertThat(read.events()).extracting(read::start).containsExactlyElementsOf(starts);
    assertThat(read.events())
        .extracting(read::end)
        .containsExactlyElementsOf(starts.stream().map(start -> start.plus(HALF_HOUR)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Madrid", "America/New_York", "Pacific/Chatham", "Africa/Casablanca"})
  void isUnderstoodByTheReaderThatCameWithIcal4j(String zone) {
    var rules = ZoneId.of(zone).getRules();
    var starts = new ArrayList<Instant>();
    var change = rules.nextTransition(FROM);
    while (change != null && change.getInstant().isBefore(FROM.plus(Duration.ofDays(800)))) {
      for (int i = -8; i <= 8; i++) {
        starts.add(change.getInstant().plus(HALF_HOUR.multipliedBy(i)));
      }
      change = rules.nextTransition(change.getInstant());
    }

    var read =
        ReadBack.of(
            write(
                business("Salon", zone, "Chair"),
                FROM,
                starts.stream().map(CalendarScene::at).toList()));

    assertThat(read.events())
        .extracting(ZoneDefinitionTest::resolved)
        .containsExactlyElementsOf(starts);
  }

  @Test
  void usesUtcOnlyForTheSecondPassOfAnHour() {
    var first = Instant.parse("2026-10-25T00:00:00Z");
    var second = first.plus(Duration.ofHours(1));

    var text =
        ReadBack.of(
                write(
                    business("Salon", "Europe/Madrid", "Chair"),
                    FROM,
                    List.of(at(first), at(second))))
            .text();

    assertThat(text)
        .contains("DTSTART;TZID=Europe/Madrid:20261025T020000\r\n")
        .contains("DTSTART:20261025T010000Z\r\n")
        .contains("DTEND:20261025T013000Z\r\n");
  }

  @Test
  void listsTheChangesOfTheClocksInItsTimeOnly() {
    var read =
        ReadBack.of(
            write(
                business("Salon", "Europe/Madrid", "Chair"),
                FROM,
                List.of(at(Instant.parse("2027-02-01T09:00:00Z")))));

    assertThat(read.zone().getObservances())
        .extracting(o -> o.<DtStart<?>>getRequiredProperty(Property.DTSTART).getValue())
        .containsExactlyInAnyOrder("20251026T030000", "20260329T020000", "20261025T030000");
  }

  private static Instant resolved(VEvent event) {
    DtStart<?> start = event.getRequiredProperty(Property.DTSTART);
    return Instant.from(start.getDate());
  }
}
