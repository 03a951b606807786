package io.slotkeeper.query.freshness;

import java.util.Set;
import org.springframework.http.HttpMethod;

/** Tells questions from other requests. */
final class Reading {
  private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private Reading() {}

  static boolean is(HttpMethod method) {
    return METHODS.contains(method);
  }

  static boolean is(String method) {
    return is(HttpMethod.valueOf(method));
  }
}
