package io.slotkeeper.platform.limit;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;

/** Limits in the words of draft-ietf-httpapi-ratelimit-headers. */
final class LimitHeaders {
  static final String POLICY = "RateLimit-Policy";
  static final String LIMIT = "RateLimit";

  private LimitHeaders() {}

  static String policies(List<Charge> charges) {
    return charges.stream()
        .map(
            charge ->
                quoted(charge.policy())
                    + ";q="
                    + charge.allowance().permits()
                    + ";w="
                    + charge.policy().period().toSeconds())
        .collect(joining(", "));
  }

  static String limits(List<Quota> quotas) {
    return quotas.stream()
        .map(
            quota ->
                quoted(quota.charge().policy())
                    + ";r="
                    + quota.remaining()
                    + ";t="
                    + wholeSeconds(quota.reset()).toSeconds())
        .collect(joining(", "));
  }

  private static String quoted(Policy policy) {
    return '"' + policy.name() + '"';
  }

  /** How long until none of these refuses any more. */
  static Duration retryAfter(List<Quota> refused) {
    return refused.stream()
        .map(quota -> wholeSeconds(quota.reset()))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /** Rounded up, so that nobody comes back too early. */
  private static Duration wholeSeconds(Duration duration) {
    return Duration.ofSeconds(duration.plusNanos(999_999_999).toSeconds());
  }
}
