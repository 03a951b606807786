package io.slotkeeper.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: what was measured, round by round.
 *
 * @param work what is done and what of it is measured
 * @param unit of both sides; empty for a plain number
 * @param ours one measurement for each round, at least one
 * @param ceiling the other side's measurement in the same round, or none where there is no other
 * @param target what is to be reached; null where it is only told
 */
public record Figure(
    String work, String unit, List<Double> ours, List<Double> ceiling, @Nullable Target target) {

  /** Accepts as many rounds of both sides, or none of the other. */
  public Figure {
    if (ours.isEmpty() || (!ceiling.isEmpty() && ceiling.size() != ours.size())) {
      throw new IllegalArgumentException("rounds of " + work + " do not pair");
    }
    if (target != null && target.of() == Target.Of.RATIO && ceiling.isEmpty()) {
      throw new IllegalArgumentException(work + " has nothing to be compared with");
    }
    ours = List.copyOf(ours);
    ceiling = List.copyOf(ceiling);
  }

  /** A figure of ours alone. */
  public static Figure alone(String work, String unit, List<Double> ours, @Nullable Target target) {
    return new Figure(work, unit, ours, List.of(), target);
  }

  /** Ours divided by the other side's, round by round. */
  @JsonIgnore
  public List<Double> ratios() {
    return IntStream.range(0, ceiling.size())
        .mapToObj(round -> ours.get(round) / ceiling.get(round))
        .toList();
  }

  Spread oursSpread() {
    return Spread.of(ours);
  }

  Optional<Spread> ceilingSpread() {
    return ceiling.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ceiling));
  }

  Optional<Spread> ratioSpread() {
    return ceiling.isEmpty() ? Optional.empty() : Optional.of(Spread.of(ratios()));
  }

  /** Whether the median reaches the target; empty where there is none. */
  Optional<Boolean> reached() {
    return Optional.ofNullable(target).map(wanted -> wanted.isReachedBy(this));
  }
}
