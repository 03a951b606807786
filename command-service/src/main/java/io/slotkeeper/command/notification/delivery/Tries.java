package io.slotkeeper.command.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * How often a letter was tried, and when it is tried next; kept with the letter.
 *
 * @param count attempts that WhatsApp certainly did not take
 * @param dueAt not before this instant
 */
record Tries(int count, Instant dueAt) {

  private static final String COUNT = "tries";
  private static final String DUE_AT = "dueAt";
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15));
  private static final int PAIR_BASE = 4;
  private static final int MOST_PAIR_STEPS = 4;

  static Tries of(MetaData diagnostics) {
    var count = diagnostics.get(COUNT) instanceof Number number ? number.intValue() : 0;
    var dueAt =
        diagnostics.get(DUE_AT) instanceof String text ? Instant.parse(text) : Instant.EPOCH;
    return new Tries(count, dueAt);
  }

  /** The same count: nothing was tried, or nobody knows. */
  Tries waitingUntil(Instant instant) {
    return new Tries(count, instant);
  }

  Tries failedAt(Instant now, Duration pause) {
    return new Tries(count + 1, now.plus(pause));
  }

  Duration nextPause() {
    return PAUSES.get(Math.min(count, PAUSES.size() - 1));
  }

  /** Meta's own advice for too many messages to one recipient: 4 to the power of the tries. */
  Duration nextPairPause() {
    return Duration.ofSeconds((long) Math.pow(PAIR_BASE, Math.min(count, MOST_PAIR_STEPS)));
  }

  MetaData diagnostics() {
    return MetaData.from(Map.of(COUNT, count, DUE_AT, dueAt.toString()));
  }
}
