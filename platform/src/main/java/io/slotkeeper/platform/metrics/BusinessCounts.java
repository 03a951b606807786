package io.slotkeeper.platform.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened on some days in UTC, in the whole installation.
 *
 * @param from the first of the days
 * @param to the last of them
 */
record BusinessCounts(
    LocalDate from, LocalDate to, Bookings bookings, Slots slots, Notifications notifications) {

  /**
   * What became of bookings.
   *
   * @param confirmationRate confirmed of all that were confirmed, rejected or have expired; absent
   *     where there were none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Bookings(
      long requested,
      long confirmed,
      long rejected,
      long expired,
      long cancelled,
      long rescheduled,
      long completed,
      long noShow,
      @Nullable Double confirmationRate) {}

  /** What became of slots. */
  record Slots(long reserved, long booked, long released, long blocked, long unblocked) {}

  /**
   * What became of messages.
   *
   * @param accepted by WhatsApp
   * @param postponed times that one had to wait
   * @param failed given up
   */
  record Notifications(
      long queued, long accepted, long delivered, long read, long postponed, long failed) {}

  static BusinessCounts of(LocalDate from, LocalDate to, Map<String, Long> events) {
    long confirmed = number(events, "booking.confirmed");
    long rejected = number(events, "booking.rejected");
    long expired = number(events, "booking.expired");
    return new BusinessCounts(
        from,
        to,
        new Bookings(
            number(events, "booking.requested"),
            confirmed,
            rejected,
            expired,
            number(events, "booking.cancelled"),
            number(events, "booking.rescheduled"),
            number(events, "booking.completed"),
            number(events, "booking.marked-no-show"),
            MetricsView.ratio(confirmed, confirmed + rejected + expired)),
        new Slots(
            number(events, "slot.reserved"),
            number(events, "slot.booked"),
            number(events, "slot.released"),
            number(events, "slot.blocked"),
            number(events, "slot.unblocked")),
        new Notifications(
            number(events, "notification.queued"),
            number(events, "notification.accepted"),
            number(events, "notification.delivered"),
            number(events, "notification.read"),
            number(events, "notification.postponed"),
            number(events, "notification.failed")));
  }

  private static long number(Map<String, Long> events, String name) {
    return events.getOrDefault(name, 0L);
  }
}
