package io.slotkeeper.quickstart.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.slotkeeper.quickstart.observed.Expression.Matcher;
import io.slotkeeper.quickstart.observed.Expression.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

  @Test
  void tellsMetricsFromFunctionsAndLabels() {
    var expression =
        Expression.of(
            """
            # Refused or broken.
            sum by (application, le) (rate(http_seconds_bucket{status=~"5..", uri!~"/a{2},b"}[5m]))
              / on (application) group_left () sum(rate(calls_total[5m] offset 1e-3)) without (job)
              > bool 1.5e-2 and topk(3, up) == 1 or vector(0)
            """);

    assertThat(expression.selectors())
        .containsExactly(
            new Selector(
                "http_seconds_bucket",
                List.of(new Matcher("status", "=~", "5.."), new Matcher("uri", "!~", "/a{2},b"))),
            new Selector("calls_total", List.of()),
            new Selector("up", List.of()));
    assertThat(expression.labels()).containsExactly("application", "le", "job");
  }

  @Test
  void knowsSubqueriesAndWordsThatOnlyLookLikeSigns() {
    var expression = Expression.of("max_over_time(sum(by_hand + offset_total)[10m:1m]) > Inf");

    assertThat(expression.selectors())
        .extracting(Selector::metric)
        .containsExactly("by_hand", "offset_total");
    assertThat(expression.labels()).isEmpty();
  }

  @Test
  void refusesWhatItWouldNotSee() {
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.of("{__name__=~\"jvm.*\"}"));
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.of("up{job=\"$job}"));
  }
}
