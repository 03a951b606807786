package io.slotkeeper.api.business;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingPolicyTest {
  @ParameterizedTest
  @CsvSource({
    "PT5M, PT1M, PT0S, 1, PT0S",
    "PT480M, P30D, P365D, 730, P365D",
    "PT7M, PT2H, PT1S, 30, PT30S"
  })
  void acceptsTheLimits(
      Duration slotLength, Duration window, Duration notice, int horizon, Duration cutOff) {
    assertThatNoException()
        .isThrownBy(() -> policy(slotLength, window, notice, horizon, cutOff, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "PT4M59S, PT1M, PT0S, 1, PT0S, slotLength",
    "PT481M, PT1M, PT0S, 1, PT0S, slotLength",
    "PT30M30S, PT1M, PT0S, 1, PT0S, slotLength",
    "PT30M0.000000001S, PT1M, PT0S, 1, PT0S, slotLength",
    "-PT30M, PT1M, PT0S, 1, PT0S, slotLength",
    "PT30M, PT59S, PT0S, 1, PT0S, approvalWindow",
    "PT30M, P30DT1S, PT0S, 1, PT0S, approvalWindow",
    "PT30M, PT1M, -PT1S, 1, PT0S, minimumNotice",
    "PT30M, PT1M, P365DT1S, 1, PT0S, minimumNotice",
    "PT30M, PT1M, PT0S, 0, PT0S, horizonDays",
    "PT30M, PT1M, PT0S, 731, PT0S, horizonDays",
    "PT30M, PT1M, PT0S, 1, -PT1S, cancellationCutOff",
    "PT30M, PT1M, PT0S, 1, P365DT1S, cancellationCutOff"
  })
  void refusesWhatIsOutsideTheLimits(
      Duration slotLength,
      Duration window,
      Duration notice,
      int horizon,
      Duration cutOff,
      String field) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> policy(slotLength, window, notice, horizon, cutOff, List.of()))
        .withMessageStartingWith(field);
  }

  @Test
  void remindsLongestFirstAndOnceEach() {
    var hour = Duration.ofHours(1);
    var day = Duration.ofDays(1);

    assertThat(reminding(hour, day, hour).reminders()).containsExactly(day, hour);
    assertThat(reminding().reminders()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59S", "P30DT1S", "PT0S", "-PT1H"})
  void refusesReminders(Duration reminder) {
    assertThatIllegalArgumentException().isThrownBy(() -> reminding(reminder));
  }

  @Test
  void remindsAtMostFiveTimes() {
    var five = new Duration[] {hours(1), hours(2), hours(3), hours(4), hours(5)};

    assertThat(reminding(five).reminders()).hasSize(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reminding(hours(1), hours(2), hours(3), hours(4), hours(5), hours(6)));
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }

  private static BookingPolicy reminding(Duration... reminders) {
    return policy(
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ZERO,
        30,
        Duration.ZERO,
        List.of(reminders));
  }

  private static BookingPolicy policy(
      Duration slotLength,
      Duration window,
      Duration notice,
      int horizon,
      Duration cutOff,
      List<Duration> reminders) {
    return new BookingPolicy(
        slotLength, Approval.MANUAL, window, notice, horizon, cutOff, reminders);
  }
}
