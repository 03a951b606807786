package io.slotkeeper.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  @Test
  void comparesRoundByRound() {
    var figure =
        new Figure("work", "/s", List.of(8.0, 90.0, 5.0), List.of(10.0, 100.0, 10.0), null);

    assertThat(figure.ratioSpread()).contains(new Spread(0.8, 0.5, 0.9));
    assertThat(figure.reached()).isEmpty();
  }

  @Test
  void reachesARatioByItsMedian() {
    var ours = List.of(8.0, 90.0, 5.0);
    var ceiling = List.of(10.0, 100.0, 10.0);

    assertThat(new Figure("work", "/s", ours, ceiling, Target.ratioAtLeast(0.8)).reached())
        .contains(true);
    assertThat(new Figure("work", "/s", ours, ceiling, Target.ratioAtLeast(0.81)).reached())
        .contains(false);
    assertThat(new Figure("work", "/s", ours, ceiling, Target.ratioAtMost(0.7)).reached())
        .contains(false);
  }

  @Test
  void reachesAValueByOurMedian() {
    var ours = List.of(8.0, 90.0, 5.0);

    assertThat(Figure.alone("work", "ms", ours, Target.atMost(8)).reached()).contains(true);
    assertThat(Figure.alone("work", "ms", ours, Target.atMost(7.9)).reached()).contains(false);
    assertThat(Figure.alone("work", "/s", ours, Target.atLeast(8.1)).reached()).contains(false);
  }

  @Test
  void refusesRoundsThatDoNotPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure("work", "/s", List.of(1.0, 2.0), List.of(1.0), null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.alone("work", "/s", List.of(1.0), Target.ratioAtLeast(1)));
  }
}
