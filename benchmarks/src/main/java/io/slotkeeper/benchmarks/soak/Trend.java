package io.slotkeeper.benchmarks.soak;

import java.util.List;
import java.util.stream.IntStream;

/** The straight line through values that were taken minute by minute. */
final class Trend {
  private Trend() {}

  /**
   * How much it rises in a minute, such that half of all pairs of values rise by less: single
   * values that are far off do not turn it (Theil and Sen).
   */
  static double perMinute(List<Double> values) {
    var slopes =
        IntStream.range(0, values.size())
            .boxed()
            .flatMap(
                later ->
                    IntStream.range(0, later)
                        .mapToObj(
                            earlier ->
                                (values.get(later) - values.get(earlier)) / (later - earlier)))
            .sorted()
            .toList();
    if (slopes.isEmpty()) {
      return 0;
    }
    int middle = slopes.size() / 2;
    return slopes.size() % 2 == 1
        ? slopes.get(middle)
        : (slopes.get(middle - 1) + slopes.get(middle)) / 2;
  }
}
