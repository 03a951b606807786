package io.slotkeeper.command.booking;

import io.slotkeeper.api.Actor;
import io.slotkeeper.api.business.BookingPolicy;
import io.slotkeeper.api.timetable.OfferedSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a business's policy means for one booking. */
final class Terms {

  private Terms() {}

  /** When a request lapses unless it is confirmed: a slot that has begun waits for nobody. */
  static Instant until(BookingPolicy policy, Instant now, OfferedSlot slot) {
    // PostgreSQL keeps no nanoseconds, and events and claims must lapse at the same instant.
    var windowEnds = now.plus(policy.approvalWindow()).truncatedTo(ChronoUnit.MILLIS);
    return windowEnds.isBefore(slot.start()) ? windowEnds : slot.start();
  }

  /** How long before the start somebody can last cancel or reschedule. */
  static Duration cutOff(BookingPolicy policy, Actor by) {
    return switch (by) {
      case CUSTOMER -> policy.cancellationCutOff();
      case BUSINESS -> Duration.ZERO;
    };
  }
}
