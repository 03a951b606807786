package io.slotkeeper.platform.security;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets pages of other origins call the API where the operator has said so. Only what a browser asks
 * beforehand is refused: behind a proxy a page of the same origin may look like another's, and
 * without the headers no browser shows an answer to the page.
 */
final class CrossOrigin extends DefaultCorsProcessor {
  private static final Duration REMEMBERED = Duration.ofHours(1);

  static CorsFilter filter(CorsSettings settings) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(settings.allowedOrigins());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    // What callers prove themselves with is in a header, which no browser adds by itself.
    rules.setAllowCredentials(false);
    rules.setMaxAge(REMEMBERED);
    rules.setExposedHeaders(
        List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            "Consistency-Token",
            "Correlation-Id",
            "Idempotency-Replayed",
            "Preference-Applied",
            "RateLimit",
            "RateLimit-Policy"));
    boolean open = !settings.allowedOrigins().isEmpty();
    var filter = new CorsFilter(request -> open ? rules : null);
    filter.setCorsProcessor(new CrossOrigin());
    return filter;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean beforehand = CorsUtils.isPreFlightRequest(request);
    if (beforehand && rules == null) {
      throw refused();
    }
    if (beforehand || isAllowed(rules, request)) {
      return super.processRequest(rules, request, response);
    }
    if (rules != null) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    return true;
  }

  private static boolean isAllowed(@Nullable CorsConfiguration rules, HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return rules != null && origin != null && rules.checkOrigin(origin) != null;
  }

  @Override
  protected void rejectRequest(ServerHttpResponse response) {
    throw refused();
  }

  private static ProblemException refused() {
    return ProblemException.of(
        ProblemCode.FORBIDDEN, "Pages of this origin may not call the API so.");
  }
}
