package io.slotkeeper.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Some answers were others than expected, so the benchmark has failed. */
public final class WrongAnswers extends RuntimeException {

  WrongAnswers(String what, Map<Integer, Long> wrong) {
    super(
        "%s: %s"
            .formatted(
                what,
                new TreeMap<>(wrong)
                    .entrySet().stream()
                        .map(
                            each ->
                                "%d × %s"
                                    .formatted(
                                        each.getValue(),
                                        each.getKey() == Answer.NONE
                                            ? "no answer"
                                            : "status " + each.getKey()))
                        .collect(Collectors.joining(", "))));
  }
}
