package io.slotkeeper.benchmarks.growth.year;

import java.time.Duration;
import java.time.Instant;

/**
 * Which year is written. The same one is the same history, but for what is sealed, which chance
 * enters by design.
 *
 * @param seed of all chance
 * @param events about how many there are, off by a few hundredths
 * @param end the moment after which nobody acts any more; bookings may begin later
 */
public record Year(long seed, long events, Instant end) {
  private static final int MOST_BUSINESSES = 1000;
  private static final int FEWEST_BUSINESSES = 10;
  private static final int EVENTS_OF_A_BUSINESS = 100;

  /** What a booking makes of events on average, those of its slots and messages among them. */
  static final double EVENTS_OF_A_BOOKING = 22.7;

  static final Duration LENGTH = Duration.ofDays(365);

  /** A thousand businesses, fewer where there would be less than a hundred events for each. */
  int businesses() {
    return Math.toIntExact(
        Math.clamp(events / EVENTS_OF_A_BUSINESS, FEWEST_BUSINESSES, MOST_BUSINESSES));
  }

  Instant begin() {
    return end.minus(LENGTH);
  }

  /** How much time passes from one request for a booking to the next, on average. */
  Duration betweenBookings() {
    var ofBusinesses = businesses() * GeneratedBusiness.EVENTS;
    var bookings = Math.max(1, (events - ofBusinesses) / EVENTS_OF_A_BOOKING);
    return Duration.ofNanos((long) (LENGTH.toNanos() / bookings));
  }
}
