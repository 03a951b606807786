package io.slotkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  @Test
  void movesAllItsZonesTogether() {
    SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    Clock elsewhere = clock.withZone(ZoneId.of("Europe/Madrid"));

    clock.advance(Duration.ofMinutes(5));

    assertThat(elsewhere.instant()).isEqualTo(Instant.parse("2026-03-01T10:05:00Z"));
    assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Madrid"));
  }
}
