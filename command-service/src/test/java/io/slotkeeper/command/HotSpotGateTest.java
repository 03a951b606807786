package io.slotkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.junit.jupiter.api.Test;

class HotSpotGateTest {

  @Test
  void letsAFewAtTheSameThing() {
    var gate = new HotSpotGate(2, Duration.ofMillis(10));

    assertThat(gate.pass("slot", () -> gate.pass("slot", () -> "both"))).isEqualTo("both");
  }

  @Test
  void turnsAwayWhoWaitsTooLong() {
    var gate = new HotSpotGate(1, Duration.ofMillis(10));

    assertThatThrownBy(() -> gate.pass("slot", () -> gate.pass("slot", () -> "never")))
        .isInstanceOf(LockAcquisitionFailedException.class);
    assertThat(gate.pass("slot", () -> "free again")).isEqualTo("free again");
  }

  @Test
  void letsOthersPass() {
    var gate = new HotSpotGate(1, Duration.ofMillis(10));

    assertThat(gate.pass("slot", () -> gate.pass("another slot", () -> "passed")))
        .isEqualTo("passed");
  }

  @Test
  void isFreeAgainAfterAFailure() {
    var gate = new HotSpotGate(1, Duration.ofMillis(10));
    assertThatThrownBy(
            () ->
                gate.pass(
                    "slot",
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    assertThat(gate.pass("slot", () -> "free again")).isEqualTo("free again");
  }
}
