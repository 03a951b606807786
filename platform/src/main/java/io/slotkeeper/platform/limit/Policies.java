package io.slotkeeper.platform.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** All limits of an installation. */
final class Policies {
  /** The name of the one that counts what was presented and is not good. */
  static final String FAILURES = "failures";

  /** The same for signatures, so that nobody's bad credentials hold up those who sign. */
  static final String BAD_SIGNATURES = "signatures";

  private final List<Policy> policies;
  private final Policy failures;
  private final Policy badSignatures;
  private final List<PathPattern> exempt;
  private final List<PathPattern> signed;

  Policies(LimitSettings settings) {
    this.policies =
        settings.policies().entrySet().stream()
            .map(each -> Policy.of(each.getKey(), each.getValue()))
            .sorted(Comparator.comparing(Policy::name))
            .toList();
    this.failures = Policy.of(FAILURES, settings.failures());
    this.badSignatures = Policy.of(BAD_SIGNATURES, settings.failures());
    this.exempt = patterns(settings.exemptPaths());
    this.signed = patterns(settings.signedPaths());
  }

  /** Those that a request counts for. */
  List<Policy> of(String method, PathContainer path, Role role) {
    if (any(exempt, path)) {
      return List.of();
    }
    return policies.stream().filter(policy -> policy.isFor(method, path, role)).toList();
  }

  Policy failures() {
    return failures;
  }

  Policy badSignatures() {
    return badSignatures;
  }

  boolean isSigned(PathContainer path) {
    return any(signed, path);
  }

  /** After which every bucket is full again. */
  Duration longestPeriod() {
    return Stream.concat(policies.stream(), Stream.of(failures))
        .map(Policy::period)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  static List<PathPattern> patterns(List<String> texts) {
    return texts.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }

  static boolean any(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }
}
