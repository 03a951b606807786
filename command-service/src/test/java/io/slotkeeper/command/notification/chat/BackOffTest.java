package io.slotkeeper.command.notification.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void waitsEverLongerUpToAnHour() {
    assertThat(BackOff.waitAfter(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(BackOff.waitAfter(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(BackOff.waitAfter(10)).isEqualTo(Duration.ofHours(1));
    assertThat(BackOff.waitAfter(1000)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void triesForSevenDays() {
    var all =
        IntStream.range(0, 177).mapToObj(BackOff::waitAfter).reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofDays(7), Duration.ofDays(7).plusHours(1));
  }
}
