package io.slotkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TickingClockTest {

  @Test
  void goesOnByItself() {
    var clock = new TickingClock();
    var before = clock.instant();

    await().untilAsserted(() -> assertThat(clock.instant()).isAfter(before));
  }

  @Test
  void movesAheadInAllZonesAtOnce() {
    var clock = new TickingClock();
    var elsewhere = clock.withZone(ZoneId.of("Pacific/Chatham"));
    var before = elsewhere.instant();

    clock.advance(Duration.ofDays(1));

    assertThat(elsewhere.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
  }
}
