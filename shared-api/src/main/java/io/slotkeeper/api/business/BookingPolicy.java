package io.slotkeeper.api.business;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How a business takes bookings.
 *
 * @param slotLength how long a slot is: whole minutes, 5 to 480
 * @param approval who says yes to a booking
 * @param approvalWindow how long the owner may take to say yes: 1 minute to 30 days
 * @param minimumNotice how long before its start a slot can last be booked: nothing to 365 days
 * @param horizonDays how many local days ahead, today not counted, can be booked: 1 to 730
 * @param cancellationCutOff how long before the start a customer can last cancel or reschedule:
 *     nothing to 365 days
 * @param reminders how long before the start the customer is reminded: at most 5, each of at least
 *     a minute and at most 30 days, longest first
 */
public record BookingPolicy(
    Duration slotLength,
    Approval approval,
    Duration approvalWindow,
    Duration minimumNotice,
    int horizonDays,
    Duration cancellationCutOff,
    List<Duration> reminders) {
  /** What holds for a business that has said nothing else. */
  public static final BookingPolicy DEFAULT =
      new BookingPolicy(
          Duration.ofMinutes(30),
          Approval.MANUAL,
          Duration.ofHours(2),
          Duration.ZERO,
          30,
          Duration.ofHours(2),
          List.of(Duration.ofHours(24), Duration.ofHours(2)));

  /**
   * Accepts a policy within the limits.
   *
   * @throws IllegalArgumentException for one outside them
   */
  public BookingPolicy {
    requireBetween("slotLength", slotLength, Duration.ofMinutes(5), Duration.ofMinutes(480));
    if (!slotLength.equals(Duration.ofMinutes(slotLength.toMinutes()))) {
      throw new IllegalArgumentException("slotLength is in whole minutes");
    }
    requireBetween("approvalWindow", approvalWindow, Duration.ofMinutes(1), Duration.ofDays(30));
    requireBetween("minimumNotice", minimumNotice, Duration.ZERO, Duration.ofDays(365));
    requireBetween("cancellationCutOff", cancellationCutOff, Duration.ZERO, Duration.ofDays(365));
    if (horizonDays < 1 || horizonDays > 730) {
      throw new IllegalArgumentException("horizonDays is between 1 and 730");
    }
    reminders = reminders.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    if (reminders.size() > 5) {
      throw new IllegalArgumentException("there are at most 5 reminders");
    }
    reminders.forEach(
        each -> requireBetween("reminders", each, Duration.ofMinutes(1), Duration.ofDays(30)));
  }

  private static void requireBetween(String what, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("%s is between %s and %s".formatted(what, least, most));
    }
  }
}
