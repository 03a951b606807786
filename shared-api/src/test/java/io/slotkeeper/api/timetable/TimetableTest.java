package io.slotkeeper.api.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Shop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours, breaks, resources and windows, on days on which no clock changes. */
class TimetableTest {
  private static final Shop MADRID = Shop.in("Europe/Madrid");
  private static final ResourceId CHAIR = Shop.CHAIR;
  private static final ResourceId SECOND = Shop.IDS.newResourceId();
  private static final Instant DAY = Instant.parse("2026-05-04T00:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-05-05T00:00:00Z");

  @Test
  void laysSlotsFromTheStartOfEachRange() {
    var shop = MADRID.slotsOf(60).everyDay("10:00-13:00", "16:20-18:20");

    assertThat(shop.starts("2026-05-04"))
        .containsExactly("10:00+02:00", "11:00+02:00", "12:00+02:00", "16:20+02:00", "17:20+02:00");
  }

  @Test
  void leavesOutWhatDoesNotFitBeforeABreak() {
    var shop = MADRID.slotsOf(45).everyDay("10:00-11:29", "12:00-12:44", "13:00-13:45");

    assertThat(shop.starts("2026-05-04")).containsExactly("10:00+02:00", "13:00+02:00");
  }

  @Test
  void startsAnewAtRangesThatTouch() {
    var shop = MADRID.slotsOf(40).everyDay("10:00-11:00", "11:00-12:00");

    assertThat(shop.starts("2026-05-04")).containsExactly("10:00+02:00", "11:00+02:00");
  }

  @Test
  void opensOnTheDaysOfTheWeekThatAreGiven() {
    var shop = MADRID.slotsOf(60).on(DayOfWeek.MONDAY, "10:00-11:00");

    assertThat(shop.starts("2026-05-04")).hasSize(1);
    assertThat(shop.starts("2026-05-05")).isEmpty();
    assertThat(shop.starts("2026-05-11")).hasSize(1);
  }

  @Test
  void opensUntilTheEndOfTheDay() {
    var shop = MADRID.slotsOf(60).everyDay("22:00-24:00");

    assertThat(shop.starts("2026-05-04")).containsExactly("22:00+02:00", "23:00+02:00");
  }

  @Test
  void crossesMidnightAsTwoRanges() {
    var shop = MADRID.on(DayOfWeek.FRIDAY, "22:00-24:00").on(DayOfWeek.SATURDAY, "00:00-02:00");

    assertThat(shop.slotsOf(60).starts("2026-05-08")).containsExactly("22:00+02:00", "23:00+02:00");
    assertThat(shop.slotsOf(60).starts("2026-05-09")).containsExactly("00:00+02:00", "01:00+02:00");
  }

  @Test
  void laysNoSlotOverMidnight() {
    var shop = MADRID.on(DayOfWeek.FRIDAY, "22:00-24:00").on(DayOfWeek.SATURDAY, "00:00-02:00");

    assertThat(shop.slotsOf(90).starts("2026-05-08")).containsExactly("22:00+02:00");
    assertThat(shop.slotsOf(90).starts("2026-05-09")).containsExactly("00:00+02:00");
  }

  @ParameterizedTest
  @CsvSource({"5, 288", "7, 205", "15, 96", "60, 24", "100, 14", "479, 3", "480, 3"})
  void fillsADayWithSlotsOfAnyLength(int minutes, int slots) {
    var offered =
        MADRID.slotsOf(minutes).everyDay("00:00-24:00").timetable().between(DAY, NEXT_DAY);

    assertThat(offered)
        .hasSize(slots)
        .allSatisfy(
            slot -> assertThat(Duration.between(slot.start(), slot.end())).hasMinutes(minutes));
  }

  @Test
  void replacesTheWeeklyHoursOnASpecialDate() {
    var shop = MADRID.slotsOf(60).everyDay("10:00-12:00").special("2026-05-04", "20:00-21:00");

    assertThat(shop.starts("2026-05-04")).containsExactly("20:00+02:00");
    assertThat(shop.starts("2026-05-05")).containsExactly("10:00+02:00", "11:00+02:00");
  }

  @Test
  void closesOnASpecialDateWithoutRanges() {
    var shop = MADRID.slotsOf(60).everyDay("10:00-12:00").special("2026-05-04");

    assertThat(shop.starts("2026-05-04")).isEmpty();
  }

  @Test
  void opensOnASpecialDateOfAClosedDayOfTheWeek() {
    var shop = MADRID.slotsOf(60).special("2026-05-04", "10:00-11:00");

    assertThat(shop.starts("2026-05-04")).containsExactly("10:00+02:00");
  }

  @Test
  void understandsHoursInTheZoneOfTheBusiness() {
    var shop = Shop.in("Asia/Kathmandu").slotsOf(30).everyDay("10:00-11:00");

    assertThat(shop.starts("2026-05-04")).containsExactly("10:00+05:45", "10:30+05:45");
    assertThat(shop.timetable().at(CHAIR, Instant.parse("2026-05-04T04:15:00Z"))).isPresent();
  }

  @Test
  void offersNothingOfARetiredResource() {
    var shop = MADRID.slotsOf(60).everyDay("10:00-11:00").add(SECOND).retire(CHAIR);
    var start = Instant.parse("2026-05-04T08:00:00Z");

    assertThat(shop.starts(CHAIR, "2026-05-04")).isEmpty();
    assertThat(shop.starts(SECOND, "2026-05-04")).containsExactly("10:00+02:00");
    assertThat(shop.timetable().offers(CHAIR)).isFalse();
    assertThat(shop.timetable().at(CHAIR, start)).isEmpty();
    assertThat(shop.timetable().onGrid(CHAIR, start)).isEmpty();
    assertThat(shop.timetable().between(DAY, NEXT_DAY))
        .extracting(slot -> slot.slotId().resourceId())
        .containsExactly(SECOND);
  }

  @Test
  void offersNothingOfAResourceOfAnotherBusiness() {
    var shop = MADRID.slotsOf(60).everyDay("10:00-11:00");

    assertThat(shop.starts(SECOND, "2026-05-04")).isEmpty();
    assertThat(shop.timetable().offers(SECOND)).isFalse();
  }

  @Test
  void ordersByStartAndThenByResource() {
    var third = Shop.IDS.newResourceId();
    var shop = MADRID.slotsOf(60).everyDay("10:00-12:00").add(third).add(SECOND);
    var inOrder = List.of(CHAIR, SECOND, third).stream().map(ResourceId::value).sorted().toList();

    assertThat(shop.timetable().between(DAY, NEXT_DAY))
        .extracting(slot -> slot.slotId().resourceId().value())
        .containsExactly(
            inOrder.get(0),
            inOrder.get(1),
            inOrder.get(2),
            inOrder.get(0),
            inOrder.get(1),
            inOrder.get(2));
  }

  @Test
  void includesTheStartOfAWindowAndNotItsEnd() {
    var timetable = MADRID.slotsOf(60).everyDay("10:00-13:00").timetable();
    var ten = Instant.parse("2026-05-04T08:00:00Z");
    var noon = Instant.parse("2026-05-04T10:00:00Z");

    assertThat(timetable.between(ten, noon))
        .extracting(OfferedSlot::start)
        .containsExactly(ten, ten.plus(Duration.ofHours(1)));
    assertThat(timetable.between(ten.plusNanos(1), noon)).hasSize(1);
    assertThat(timetable.between(ten, noon.plusNanos(1))).hasSize(3);
  }

  @Test
  void offersNothingInAWindowThatIsEmptyOrBackwards() {
    var timetable = MADRID.slotsOf(60).everyDay("00:00-24:00").timetable();

    assertThat(timetable.between(DAY, DAY)).isEmpty();
    assertThat(timetable.between(NEXT_DAY, DAY)).isEmpty();
    assertThat(timetable.between(CHAIR, NEXT_DAY, DAY)).isEmpty();
  }

  @Test
  void findsOnlyTheExactStartOfASlot() {
    var timetable = MADRID.slotsOf(60).everyDay("10:00-13:00").timetable();
    var ten = Instant.parse("2026-05-04T08:00:00Z");

    assertThat(timetable.at(CHAIR, ten)).map(OfferedSlot::end).contains(ten.plusSeconds(3600));
    assertThat(timetable.at(CHAIR, ten.plusSeconds(60))).isEmpty();
    assertThat(timetable.at(CHAIR, ten.plusNanos(1))).isEmpty();
    assertThat(timetable.at(CHAIR, ten.minusSeconds(3600))).isEmpty();
    assertThat(timetable.at(CHAIR, ten.plusSeconds(3 * 3600))).isEmpty();
  }

  @Test
  void offersNothingWhileAZoneWasOffByASecond() {
    var shop = Shop.in("Africa/Monrovia").slotsOf(60).everyDay("10:00-13:00");

    assertThat(shop.starts("1971-05-04")).isEmpty();
    assertThat(shop.starts("1973-05-04")).hasSize(3);
  }

  @Test
  void offersNothingBeyondTheYearsThatAnIdCanSay() {
    var shop = Shop.in("UTC").slotsOf(60).everyDay("10:00-13:00");

    assertThat(shop.starts("9999-12-31")).hasSize(3);
    assertThat(shop.starts("+10000-01-01")).isEmpty();
  }
}
