package io.slotkeeper.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slotkeeper.benchmarks.report.Figure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final int HOUR = 60;

  @Test
  void findsTheSlopeOfAStraightLine() {
    assertThat(Trend.perMinute(List.of(3.0, 5.0, 7.0, 9.0))).isEqualTo(2);
  }

  @Test
  void isNotTurnedByASingleMinute() {
    var values = IntStream.range(0, HOUR).mapToObj(minute -> minute == 50 ? 900.0 : 100.0).toList();

    assertThat(Trend.perMinute(values)).isZero();
  }

  @Test
  void knowsNoSlopeOfOneMinute() {
    assertThat(Trend.perMinute(List.of(3.0))).isZero();
  }

  @Test
  void seesALeakAndNotTheWarmUp() {
    var minutes =
        IntStream.range(0, HOUR)
            .mapToObj(minute -> minute(minute < HOUR / 10 ? 5 : 100, 20 + minute))
            .toList();

    var figures = new Verdict(minutes).figures(0);

    assertThat(value(figures, "rise of service, heap after collections")).isZero();
    assertThat(value(figures, "rise of service, open files")).isCloseTo(1, within(1e-9));
    assertThat(value(figures, "bookings lost")).isZero();
  }

  private static Minute minute(double heap, long files) {
    return new Minute(5, 2, Map.of("service", new Minute.Seen(300, heap, 40, files)), 12);
  }

  private static double value(List<Figure> figures, String work) {
    return figures.stream()
        .filter(figure -> figure.work().equals(work))
        .findFirst()
        .orElseThrow()
        .ours()
        .getFirst();
  }
}
