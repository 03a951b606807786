package io.slotkeeper.benchmarks.soak;

import java.util.Map;

/**
 * What was seen in one minute of load.
 *
 * @param p99 of bookings, in milliseconds
 * @param readP99 of listings, in milliseconds
 * @param services what each had at its end
 * @param connections to PostgreSQL
 */
record Minute(double p99, double readP99, Map<String, Seen> services, long connections) {

  /**
   * What a service had.
   *
   * @param megabytes resident
   * @param heap the least that was used of it in the minute, in megabytes: about what is left after
   *     the garbage collector has run
   */
  record Seen(double megabytes, double heap, long threads, long files) {}
}
