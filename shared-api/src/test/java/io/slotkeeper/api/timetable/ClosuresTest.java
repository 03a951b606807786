package io.slotkeeper.api.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.slotkeeper.api.ResourceId;
import io.slotkeeper.api.Shop;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ClosuresTest {
  private static final Shop MADRID = Shop.in("Europe/Madrid").slotsOf(60).everyDay("10:00-14:00");
  private static final Shop MADRID_BY_NIGHT =
      Shop.in("Europe/Madrid").slotsOf(15).everyDay("01:45-03:30");
  private static final ResourceId SECOND = Shop.IDS.newResourceId();

  @Test
  void takesOffWholeDays() {
    var shop = MADRID.closed("2026-05-04T00:00", "2026-05-06T00:00");

    assertThat(shop.starts("2026-05-03")).hasSize(4);
    assertThat(shop.starts("2026-05-04")).isEmpty();
    assertThat(shop.starts("2026-05-05")).isEmpty();
    assertThat(shop.starts("2026-05-06")).hasSize(4);
  }

  @Test
  void takesOffEachSlotThatItTouches() {
    var shop = MADRID.closed("2026-05-04T11:59", "2026-05-04T12:01");

    assertThat(shop.starts("2026-05-04")).containsExactly("10:00+02:00", "13:00+02:00");
  }

  @Test
  void leavesTheSlotsThatItOnlyBordersOn() {
    var shop = MADRID.closed("2026-05-04T11:00", "2026-05-04T12:00");

    assertThat(shop.starts("2026-05-04"))
        .containsExactly("10:00+02:00", "12:00+02:00", "13:00+02:00");
  }

  @Test
  void countsSecondsToo() {
    var shop = MADRID.closed("2026-05-04T10:59:59", "2026-05-04T11:00:01");

    assertThat(shop.starts("2026-05-04")).containsExactly("12:00+02:00", "13:00+02:00");
  }

  @Test
  void takesOffOneResourceOnly() {
    var shop = MADRID.add(SECOND).closed(SECOND, "2026-05-04T00:00", "2026-05-05T00:00");

    assertThat(shop.starts("2026-05-04")).hasSize(4);
    assertThat(shop.starts(SECOND, "2026-05-04")).isEmpty();
  }

  @Test
  void joinsClosuresThatOverlapTouchOrLieInOneAnother() {
    var shop =
        MADRID
            .closed("2026-05-04T12:30", "2026-05-04T13:00")
            .closed("2026-05-04T10:00", "2026-05-04T12:30")
            .closed("2026-05-04T10:10", "2026-05-04T10:20");

    assertThat(shop.starts("2026-05-04")).containsExactly("13:00+02:00");
  }

  @Test
  void staysOnTheGridWhileItIsClosed() {
    var timetable = MADRID.closed("2026-05-04T10:00", "2026-05-04T11:00").timetable();
    var ten = Instant.parse("2026-05-04T08:00:00Z");

    assertThat(timetable.at(Shop.CHAIR, ten)).isEmpty();
    assertThat(timetable.onGrid(Shop.CHAIR, ten)).isPresent();
  }

  @Test
  void takesOffNothingByATimeThatDoesNotExist() {
    var shop = MADRID_BY_NIGHT.slotsOf(60).everyDay("01:30-04:30");

    assertThat(shop.closed("2026-03-29T02:10", "2026-03-29T02:50").starts("2026-03-29"))
        .isEqualTo(shop.starts("2026-03-29"))
        .containsExactly("01:30+01:00", "03:30+02:00");
  }

  @Test
  void reachesOverTheGap() {
    var shop = MADRID_BY_NIGHT.closed("2026-03-29T02:10", "2026-03-29T03:15");

    assertThat(shop.starts("2026-03-29")).containsExactly("01:45+01:00", "03:15+02:00");
  }

  @Test
  void takesOffADoubledTimeAtEachOfItsInstants() {
    var shop = MADRID_BY_NIGHT.closed("2026-10-25T02:15", "2026-10-25T02:45");

    assertThat(shop.starts("2026-10-25"))
        .containsExactly(
            "01:45+02:00",
            "02:00+02:00",
            "02:45+02:00",
            "02:00+01:00",
            "02:45+01:00",
            "03:00+01:00",
            "03:15+01:00");
  }

  @Test
  void takesOffBothPassesOfAnHourThatLiesInItWhole() {
    var shop = MADRID_BY_NIGHT.closed("2026-10-25T01:00", "2026-10-25T03:00");

    assertThat(shop.starts("2026-10-25")).containsExactly("03:00+01:00", "03:15+01:00");
  }

  /** In Havana the clocks go from 01:00 back to midnight, so this Sunday has two midnights. */
  @Test
  void doesNotReachIntoTheNextDateThatBeginsTwice() {
    var shop = Shop.in("America/Havana").slotsOf(60).everyDay("00:00-02:00");

    assertThat(shop.closed("2026-10-31T00:00", "2026-11-01T00:00").starts("2026-11-01"))
        .containsExactly("00:00-04:00", "00:00-05:00", "01:00-05:00");
    assertThat(shop.closed("2026-11-01T00:00", "2026-11-02T00:00").starts("2026-11-01")).isEmpty();
  }

  @Test
  void takesOffASlotWhoseEndIsClosedOnTheSecondPass() {
    var shop = MADRID_BY_NIGHT.slotsOf(40).everyDay("02:30-04:00");

    assertThat(shop.closed("2026-10-25T02:00", "2026-10-25T02:05").starts("2026-10-25"))
        .containsExactly("02:30+01:00", "03:10+01:00");
  }

  @Test
  void refusesAnEmptyClosure() {
    var moment = LocalDateTime.parse("2026-05-04T10:00");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Closure(Shop.IDS.newClosureId(), moment, moment, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Closure(Shop.IDS.newClosureId(), moment, moment.minusSeconds(1), null, null));
  }
}
