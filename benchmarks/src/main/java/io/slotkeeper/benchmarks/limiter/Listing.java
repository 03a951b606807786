package io.slotkeeper.benchmarks.limiter;

import io.slotkeeper.api.BusinessId;
import java.time.Clock;
import java.time.LocalDate;

/** A day of slots, which the cache has. */
final class Listing {

  private Listing() {}

  static String path(BusinessId business) {
    // The day after tomorrow: what is cached of today changes with the clock.
    var day = LocalDate.now(Clock.systemUTC()).plusDays(2);
    return "%s?from=%s&to=%s".formatted(pathOfAll(business), day, day);
  }

  /** Without the day. */
  static String pathOfAll(BusinessId business) {
    return "/api/businesses/%s/slots".formatted(business.value());
  }
}
