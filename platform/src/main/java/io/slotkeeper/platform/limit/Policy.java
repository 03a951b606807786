package io.slotkeeper.platform.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** A limit: for which requests it is, and what it allows to whom. */
record Policy(
    String name,
    Duration period,
    Set<String> methods,
    List<PathPattern> paths,
    Set<Role> roles,
    Set<Role> byAddress,
    Map<Role, Allowance> allowances) {

  /**
   * What a role may use in a period.
   *
   * @param bucket of this many permits, which are all given back at the end of each period
   */
  record Allowance(long permits, BucketConfiguration bucket) {
    /** Four of five round trips are saved by it; more would save little more. */
    private static final long MOST_AT_ONCE = 5;

    /** So that what a node holds and does not use is little of what a client may. */
    private static final long PART = 20;

    /** So that the last ones, as far as a node knows, go to the one that needs them. */
    private static final long PART_OF_THE_REST = 4;

    static Allowance of(long permits, Duration period) {
      var bandwidth =
          Bandwidth.builder().capacity(permits).refillIntervally(permits, period).build();
      return new Allowance(permits, BucketConfiguration.builder().addLimit(bandwidth).build());
    }

    /** How many permits a node takes from the bucket at most when its client needs one. */
    long mostAtOnce() {
      return Math.max(1, Math.min(MOST_AT_ONCE, permits / PART));
    }

    /** How many it takes where so many are left. */
    long atOnce(long left) {
      return Math.max(1, Math.min(mostAtOnce(), left / PART_OF_THE_REST));
    }
  }

  static Policy of(String name, LimitSettings.PolicySettings settings) {
    var allowances = new EnumMap<Role, Allowance>(Role.class);
    for (var role : Role.values()) {
      var permits = settings.permitsByRole().getOrDefault(role, settings.permits());
      allowances.put(role, Allowance.of(permits, settings.period()));
    }
    return new Policy(
        name,
        settings.period(),
        Set.copyOf(settings.methods()),
        Policies.patterns(settings.paths()),
        Set.copyOf(settings.roles()),
        Set.copyOf(settings.byAddress()),
        allowances);
  }

  /** One for every request, which its caller applies where it fits. */
  static Policy of(String name, LimitSettings.Rate rate) {
    var allowance = Allowance.of(rate.permits(), rate.period());
    var allowances = new EnumMap<Role, Allowance>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> allowances.put(role, allowance));
    return new Policy(name, rate.period(), Set.of(), List.of(), Set.of(), Set.of(), allowances);
  }

  boolean isFor(String method, PathContainer path, Role role) {
    return (methods.isEmpty() || methods.contains(method))
        && (roles.isEmpty() || roles.contains(role))
        && Policies.any(paths, path);
  }

  Allowance allowance(Role role) {
    var allowance = allowances.get(role);
    if (allowance == null) {
      throw new IllegalStateException("no allowance for " + role);
    }
    return allowance;
  }
}
