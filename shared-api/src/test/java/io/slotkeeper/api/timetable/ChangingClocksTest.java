package io.slotkeeper.api.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.Shop;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which the clocks are set forward or back. */
class ChangingClocksTest {
  private static final Shop MADRID = Shop.in("Europe/Madrid");

  @ParameterizedTest
  @CsvSource({
    "Europe/Madrid, 2026-03-29, 00:00+01:00 01:00+01:00 03:00+02:00 04:00+02:00",
    "America/New_York, 2026-03-08, 00:00-05:00 01:00-05:00 03:00-04:00 04:00-04:00",
    "Atlantic/Azores, 2026-03-29, 01:00+00:00 02:00+00:00 03:00+00:00 04:00+00:00",
    "America/Havana, 2026-03-08, 01:00-04:00 02:00-04:00 03:00-04:00 04:00-04:00",
    "Africa/Cairo, 2026-04-24, 01:00+03:00 02:00+03:00 03:00+03:00 04:00+03:00",
    "Asia/Beirut, 2026-03-29, 01:00+03:00 02:00+03:00 03:00+03:00 04:00+03:00"
  })
  void skipsTheHourThatDoesNotExist(String zone, String date, String starts) {
    assertThat(Shop.in(zone).slotsOf(60).everyDay("00:00-05:00").starts(date))
        .containsExactly(starts.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Madrid, 2026-10-25, 00:00+02:00 01:00+02:00 02:00+02:00 02:00+01:00 03:00+01:00",
    "America/New_York, 2026-11-01, 00:00-04:00 01:00-04:00 01:00-05:00 02:00-05:00 03:00-05:00",
    "Atlantic/Azores, 2026-10-25, 00:00+00:00 00:00-01:00 01:00-01:00 02:00-01:00 03:00-01:00",
    "America/Havana, 2026-11-01, 00:00-04:00 00:00-05:00 01:00-05:00 02:00-05:00 03:00-05:00"
  })
  void offersTheDoubledHourAtEachOfItsInstants(String zone, String date, String starts) {
    assertThat(Shop.in(zone).slotsOf(60).everyDay("00:00-04:00").starts(date))
        .containsExactly(starts.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "Africa/Cairo, 2026-10-29, 22:00+03:00 23:00+03:00 23:00+02:00",
    "Asia/Beirut, 2026-10-24, 22:00+03:00 23:00+03:00 23:00+02:00"
  })
  void offersTheLastHourOfADayTwiceWhereMidnightIsSetBack(String zone, String date, String starts) {
    assertThat(Shop.in(zone).slotsOf(60).everyDay("22:00-24:00").starts(date))
        .containsExactly(starts.split(" ", -1));
  }

  @Test
  void skipsAndDoublesTheHalfHourOfLordHowe() {
    var shop = Shop.in("Australia/Lord_Howe").slotsOf(30).everyDay("01:00-03:30");

    assertThat(shop.starts("2026-10-04"))
        .containsExactly("01:00+10:30", "01:30+10:30", "02:30+11:00", "03:00+11:00");
    assertThat(shop.starts("2026-04-05"))
        .containsExactly(
            "01:00+11:00",
            "01:30+11:00",
            "01:30+10:30",
            "02:00+10:30",
            "02:30+10:30",
            "03:00+10:30");
  }

  @Test
  void offersADoubledTimeOnceWhereTwiceWouldOverlap() {
    var lordHowe = Shop.in("Australia/Lord_Howe").slotsOf(60).everyDay("00:30-03:30");

    assertThat(MADRID.slotsOf(120).everyDay("00:00-06:00").starts("2026-10-25"))
        .containsExactly("00:00+02:00", "02:00+02:00", "04:00+01:00");
    assertThat(lordHowe.starts("2026-04-05"))
        .containsExactly("00:30+11:00", "01:30+11:00", "02:30+10:30");
  }

  @Test
  void leavesOutASlotThatWouldOverlapTheOneBeforeTheGap() {
    assertThat(MADRID.slotsOf(90).everyDay("00:00-06:00").starts("2026-03-29"))
        .containsExactly("00:00+01:00", "01:30+01:00", "04:30+02:00");
  }

  @Test
  void keepsTheGridOfARangeThatBeginsInTheGap() {
    assertThat(MADRID.slotsOf(40).everyDay("02:30-05:00").starts("2026-03-29"))
        .containsExactly("03:10+02:00", "03:50+02:00");
  }

  @Test
  void offersNothingInARangeThatDoesNotExist() {
    assertThat(MADRID.slotsOf(15).everyDay("02:15-02:45").starts("2026-03-29")).isEmpty();
  }

  @Test
  void leavesOutASlotThatTheGapPushesBeyondClosing() {
    assertThat(MADRID.slotsOf(60).everyDay("00:30-03:00").starts("2026-03-29"))
        .containsExactly("00:30+01:00");
    assertThat(MADRID.slotsOf(45).everyDay("01:00-02:30").starts("2026-03-29"))
        .containsExactly("01:00+01:00");
  }

  @Test
  void hasNoSlotsOnTheDayThatApiaSkipped() {
    var shop = Shop.in("Pacific/Apia").slotsOf(60).everyDay("00:00-01:00", "23:00-24:00");

    assertThat(shop.starts("2011-12-29")).containsExactly("00:00-10:00", "23:00-10:00");
    assertThat(shop.starts("2011-12-30")).isEmpty();
    assertThat(shop.starts("2011-12-31")).containsExactly("00:00+14:00", "23:00+14:00");
    assertThat(
            shop.timetable()
                .between(
                    Instant.parse("2011-12-30T00:00:00Z"), Instant.parse("2011-12-31T00:00:00Z")))
        .extracting(OfferedSlot::start)
        .containsExactly(
            Instant.parse("2011-12-30T09:00:00Z"), Instant.parse("2011-12-30T10:00:00Z"));
  }

  /** At 00:01 on 29 October 2006 the clocks of Newfoundland went back to 23:01 on the 28th. */
  @Test
  void mixesTwoDatesWithoutOverlapWhereTheClockIsSetBackOverMidnight() {
    var shop = Shop.in("America/St_Johns").slotsOf(45).everyDay("00:00-00:45", "22:30-24:00");
    var timetable = shop.timetable();
    var midnight = Instant.parse("2006-10-29T02:30:00Z");

    assertThat(timetable.between(midnight.minusSeconds(90 * 60), midnight.plusSeconds(4 * 3600)))
        .extracting(OfferedSlot::start)
        .containsExactly(
            midnight.minusSeconds(90 * 60),
            midnight.minusSeconds(45 * 60),
            midnight,
            midnight.plusSeconds(60 * 60));
    assertThat(timetable.between(midnight, midnight.plusSeconds(10 * 60))).hasSize(1);
    assertThat(timetable.at(Shop.CHAIR, midnight)).isPresent();
    assertThat(timetable.at(Shop.CHAIR, midnight.plusSeconds(15 * 60))).isEmpty();
  }

  @Test
  void findsTheEveningBeforeThatComesBackAfterMidnight() {
    var shop = Shop.in("America/St_Johns").slotsOf(45).everyDay("22:30-24:00");
    var midnight = Instant.parse("2006-10-29T02:30:00Z");

    assertThat(shop.timetable().between(midnight, midnight.plusSeconds(20 * 60)))
        .extracting(OfferedSlot::start)
        .containsExactly(midnight.plusSeconds(15 * 60));
  }
}
