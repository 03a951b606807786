package io.slotkeeper.platform.limit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;

/**
 * How many requests a client may make, settings {@code slotkeeper.limits.*}; where Redis is, say
 * {@code spring.data.redis.*}.
 *
 * @param enabled whether there are limits at all; default true
 * @param policies limits by name. Default: {@code api}, 100 a minute below {@code /api/}, and
 *     {@code booking}, 10 a minute for making and moving bookings, which count for both
 * @param exemptPaths patterns of paths that no policy speaks of; default {@code /api/health}
 * @param failures how often an address may present what is not good; default 30 a minute
 * @param signedPaths patterns of paths whose callers sign their requests in place of a credential;
 *     only bad ones count, as many as failures. Default {@code /webhooks/**}
 * @param mostClients clients that a node remembers at a time, by credentials, addresses and buckets
 *     each; default 100000
 * @param goodFor how long a credential that was not used is still known to be good; default 1 h
 * @param timeout how long a request waits for Redis, once; default 50 ms
 * @param heartbeat how often Redis is looked for where it is away; default 500 ms
 */
@ConfigurationProperties("slotkeeper.limits")
public record LimitSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue Map<String, PolicySettings> policies,
    @DefaultValue("/api/health") List<String> exemptPaths,
    @DefaultValue Rate failures,
    @DefaultValue("/webhooks/**") List<String> signedPaths,
    @DefaultValue("100000") int mostClients,
    @DefaultValue("1h") Duration goodFor,
    @DefaultValue("50ms") Duration timeout,
    @DefaultValue("500ms") Duration heartbeat) {
  /** What goes into headers, metrics and keys as it is. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private static final long MOST_PERMITS = 1_000_000;

  /**
   * One limit.
   *
   * @param permits how many requests in a period
   * @param period from the first of them on, whole seconds, at most a day; default 1 min
   * @param methods of HTTP that it is for; default all
   * @param paths patterns of the paths that it is for, such as {@code /api/bookings/{id}}
   * @param roles that it is for; default all
   * @param byAddress roles that are charged to their address all the same; default none, for {@code
   *     booking} customers, to whom each booking gives a new token
   * @param permitsByRole other permits for some roles; default none
   */
  public record PolicySettings(
      long permits,
      @DefaultValue("1m") Duration period,
      @DefaultValue Set<String> methods,
      @DefaultValue List<String> paths,
      @DefaultValue Set<Role> roles,
      @DefaultValue Set<Role> byAddress,
      @DefaultValue Map<Role, Long> permitsByRole) {
    /** Accepts what can be counted. */
    public PolicySettings {
      requireRate(permits, period);
      permitsByRole.values().forEach(other -> requireRate(other, period));
      require(!paths.isEmpty(), "policies need paths");
      for (var method : methods) {
        require(
            List.of(HttpMethod.values()).contains(HttpMethod.valueOf(method)),
            "policies: no method " + method);
      }
    }
  }

  /**
   * So many in a time.
   *
   * @param permits failures that an address may have in the period; default 30
   * @param period time after which they are forgotten; default 1 min
   */
  public record Rate(@DefaultValue("30") long permits, @DefaultValue("1m") Duration period) {
    /** Accepts what can be counted. */
    public Rate {
      requireRate(permits, period);
    }
  }

  /** Accepts what can be enforced. */
  public LimitSettings {
    for (var name : policies.keySet()) {
      require(
          NAME.matcher(name).matches()
              && !name.equals(Policies.FAILURES)
              && !name.equals(Policies.BAD_SIGNATURES),
          "policies: not a name: " + name);
    }
    require(mostClients >= 1, "most-clients must be at least 1");
    require(goodFor.toMillis() >= 1, "good-for must be at least 1ms");
    require(timeout.toMillis() >= 1, "timeout must be at least 1ms");
    require(heartbeat.toMillis() >= 1, "heartbeat must be at least 1ms");
    // Reading them refuses what cannot be read.
    Policies.patterns(exemptPaths);
    Policies.patterns(signedPaths);
    policies.values().forEach(policy -> Policies.patterns(policy.paths()));
  }

  private static void requireRate(long permits, Duration period) {
    require(permits >= 1 && permits <= MOST_PERMITS, "permits must be 1 to " + MOST_PERMITS);
    require(
        period.equals(Duration.ofSeconds(period.toSeconds()))
            && period.toSeconds() >= 1
            && period.compareTo(Duration.ofDays(1)) <= 0,
        "a period must be whole seconds, at most a day");
  }

  private static void require(boolean valid, String what) {
    if (!valid) {
      throw new IllegalArgumentException("slotkeeper.limits." + what);
    }
  }
}
