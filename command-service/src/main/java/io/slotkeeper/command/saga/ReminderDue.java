package io.slotkeeper.command.saga;

import java.time.Duration;
import java.time.Instant;

/**
 * What a reminder's deadline carries.
 *
 * @param slotId that the booking had when it was set
 * @param offset how long before the start, ISO 8601
 * @param at when it is due
 */
record ReminderDue(String slotId, String offset, Instant at) {

  /** Beyond it, a reminder "two hours before" would no longer tell the truth. */
  static final Duration GRACE = Duration.ofMinutes(30);

  boolean isLate(Instant now) {
    return now.isAfter(at.plus(GRACE));
  }
}
