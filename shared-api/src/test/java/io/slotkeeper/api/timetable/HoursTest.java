package io.slotkeeper.api.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
  private static final OpeningRange MORNING = new OpeningRange("10:00", "13:00");
  private static final OpeningRange NOON = new OpeningRange("13:00", "14:00");
  private static final OpeningRange LUNCH = new OpeningRange("12:59", "14:00");

  @ParameterizedTest
  @CsvSource({
    "00:00, 24:00, 0, 1440",
    "00:00, 00:01, 0, 1",
    "23:59, 24:00, 1439, 1440",
    "09:05, 17:30, 545, 1050"
  })
  void countsMinutesOnTheClockFace(String from, String to, int fromMinute, int toMinute) {
    var range = new OpeningRange(from, to);

    assertThat(range.fromMinute()).isEqualTo(fromMinute);
    assertThat(range.toMinute()).isEqualTo(toMinute);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00, 10:00",
    "10:00, 09:59",
    "22:00, 02:00",
    "24:00, 24:00",
    "10:00, 00:00",
    "10:00, 24:01",
    "10:00, 25:00",
    "10:00, 10:60",
    "9:00, 10:00",
    "09:00:00, 10:00",
    "09.00, 10.00",
    "' 09:00', 10:00",
    "09:00, '10:00\n'",
    "'', 10:00",
    "T09:00, 10:00",
    "٠٩:٠٠, 10:00",
    "-1:00, 10:00"
  })
  void refusesWhatIsNoRange(String from, String to) {
    assertThatIllegalArgumentException().isThrownBy(() -> new OpeningRange(from, to));
  }

  @Test
  void overlapsWhereMinutesAreSharedAndNotWhereTheyTouch() {
    assertThat(MORNING.overlaps(LUNCH)).isTrue();
    assertThat(LUNCH.overlaps(MORNING)).isTrue();
    assertThat(MORNING.overlaps(NOON)).isFalse();
    assertThat(NOON.overlaps(MORNING)).isFalse();
  }

  @Test
  void putsTheRangesOfADayInOrder() {
    var hours = new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of(NOON, MORNING)));

    assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(MORNING, NOON);
    assertThat(hours.on(DayOfWeek.TUESDAY)).isEmpty();
  }

  @Test
  void isTheSameWithADayWithoutRangesAndWithoutThatDay() {
    assertThat(new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of()))).isEqualTo(WeeklyHours.NONE);
  }

  @Test
  void refusesRangesThatOverlap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of(LUNCH, MORNING))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeeklyHours.inOrder(List.of(MORNING, MORNING)));
  }
}
