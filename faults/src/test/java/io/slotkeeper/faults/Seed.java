package io.slotkeeper.faults;

import java.security.SecureRandom;
import java.util.Random;

/**
 * From which all choices of a run follow.
 *
 * @param value as {@code -Dslotkeeper.faults.seed} takes it
 */
public record Seed(long value) {

  private static final String PROPERTY = "slotkeeper.faults.seed";
  private static final Seed OF_THE_RUN = choose();

  /** The one of this run: what the property says, or else one by chance. */
  public static Seed ofTheRun() {
    return OF_THE_RUN;
  }

  private static Seed choose() {
    String given = System.getProperty(PROPERTY, "").strip();
    var seed =
        new Seed(given.isEmpty() ? new SecureRandom().nextInt(1_000_000) : Long.parseLong(given));
    System.out.println("Faults by " + seed);
    return seed;
  }

  /** Choices of a test's own, which do not depend on what ran before it. */
  public Random random(String test) {
    return new Random(31 * value + test.hashCode());
  }

  /** How the same choices are made again. */
  @Override
  public String toString() {
    return "-D%s=%d".formatted(PROPERTY, value);
  }
}
