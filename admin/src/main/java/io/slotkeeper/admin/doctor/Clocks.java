package io.slotkeeper.admin.doctor;

import java.time.Duration;
import java.time.Instant;

/** Compares a clock with the one of this machine. */
public final class Clocks {
  private static final Duration BEARABLE = Duration.ofSeconds(1);

  private Clocks() {}

  /**
   * How far they are apart.
   *
   * @param before this machine's when it asked
   * @param after this machine's when it was answered
   * @param grain of what the other one tells
   */
  public static Finding compared(
      String whose, Instant before, Instant there, Instant after, Duration grain) {
    var behind = Duration.between(there.plus(grain), before);
    var ahead = Duration.between(after, there);
    var apart = behind.compareTo(ahead) > 0 ? behind : ahead;
    return apart.compareTo(BEARABLE) > 0
        ? Finding.warn(
            "clocks",
            "the clock of %s is %.1f s %s this machine's"
                .formatted(
                    whose, apart.toMillis() / 1000.0, apart.equals(behind) ? "behind" : "ahead of"),
            "Let all machines take their time from the same source (NTP, chrony).")
        : Finding.ok("clocks", "the clock of %s goes with this machine's".formatted(whose));
  }
}
