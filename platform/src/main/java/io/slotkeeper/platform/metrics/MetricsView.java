package io.slotkeeper.platform.metrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for a dashboard.
 *
 * @param at when they were taken
 * @param service whose node answers
 */
record MetricsView(Instant at, String service, Installation installation, Node node) {

  /**
   * What is true of all nodes and after every restart.
   *
   * @param timeZone in which days begin and end
   * @param last7Days today and the six days before
   */
  record Installation(String timeZone, BusinessCounts today, BusinessCounts last7Days) {}

  /**
   * What the node that answers has seen itself.
   *
   * @param since its start
   * @param routes busiest first; streams, whose readers decide how long they last, are left out
   * @param cache of answers; absent where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Node(Instant since, List<Route> routes, @Nullable Cache cache) {}

  /**
   * Requests of one route.
   *
   * @param requests how many there were
   * @param failures those that were answered with 500 or above
   * @param p50Millis at most so long half of them took, as near as the buckets of the histogram say
   */
  record Route(
      String method,
      String route,
      long requests,
      long failures,
      double p50Millis,
      double p95Millis,
      double p99Millis) {}

  /**
   * Questions to the cache.
   *
   * @param fallbacks those that Redis was not there for
   * @param hitRatio hits of all; absent where there were none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cache(long hits, long misses, long fallbacks, @Nullable Double hitRatio) {}

  /** To four digits; null where there is nothing to divide by. */
  static @Nullable Double ratio(long part, long all) {
    return all == 0 ? null : Math.round(10_000.0 * part / all) / 10_000.0;
  }
}
