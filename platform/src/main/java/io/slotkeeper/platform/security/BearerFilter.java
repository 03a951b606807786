package io.slotkeeper.platform.security;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls. Credentials that are not good are refused even where none are needed, so
 * that nobody takes an answer for anyone as an answer for themselves.
 */
final class BearerFilter extends OncePerRequestFilter {
  private final Credentials credentials;

  BearerFilter(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var presented = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (!presented.isEmpty()) {
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(new CallerAuthentication(callerOf(presented)));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }

  private Caller callerOf(List<String> presented) {
    if (presented.size() > 1) {
      throw unauthenticated();
    }
    return credentials.callerOf(presented.getFirst()).orElseThrow(BearerFilter::unauthenticated);
  }

  static ProblemException unauthenticated() {
    return ProblemException.of(ProblemCode.UNAUTHENTICATED, "Present a bearer token that is good.");
  }
}
