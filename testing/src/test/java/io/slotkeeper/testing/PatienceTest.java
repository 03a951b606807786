package io.slotkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.EvaluatedCondition;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Test
  void holdsForWhoeverDoesNotSayHowLong() {
    await()
        .conditionEvaluationListener(
            (ConditionEvaluationListener<Boolean>) PatienceTest::mayTakeAMinute)
        .until(() -> true);
  }

  private static void mayTakeAMinute(EvaluatedCondition<Boolean> condition) {
    var left = Duration.ofMillis(condition.getRemainingTimeInMS());
    assertThat(left).isGreaterThan(Duration.ofSeconds(50));
  }
}
