package io.slotkeeper.benchmarks.report;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one, or half-way between the two in the middle
 */
public record Spread(double median, double least, double most) {

  /**
   * Of at least one measurement.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Spread of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }
}
