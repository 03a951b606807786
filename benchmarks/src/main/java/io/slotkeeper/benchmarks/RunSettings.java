package io.slotkeeper.benchmarks;

import java.time.Duration;

/**
 * How long and how often is measured.
 *
 * @param rounds of each side
 * @param round how long each is
 * @param warmUp of each side before the first round, thrown away, and again as long as it still
 *     becomes faster: on two cores the JIT compiler may take minutes with a service
 * @param isShort whether it is to show that everything works rather than how fast it is
 */
public record RunSettings(int rounds, Duration round, Duration warmUp, boolean isShort) {

  /** For figures that are kept. */
  public static RunSettings full() {
    return new RunSettings(5, Duration.ofSeconds(10), Duration.ofSeconds(30), false);
  }

  /** All benchmarks in about two minutes. */
  public static RunSettings brief() {
    return new RunSettings(3, Duration.ofSeconds(1), Duration.ofSeconds(2), true);
  }

  RunSettings withRounds(int wanted) {
    return new RunSettings(wanted, round, warmUp, isShort);
  }

  RunSettings withSeconds(int wanted) {
    return new RunSettings(rounds, Duration.ofSeconds(wanted), warmUp, isShort);
  }

  /** In words, for whoever reads the figures. */
  public String text() {
    return "%s: %d rounds of %d s"
        .formatted(isShort ? "short run" : "full run", rounds, round.toSeconds());
  }
}
