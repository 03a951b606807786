package io.slotkeeper.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers what a request with a key asks for, in case that its handler wants to know. Those of
 * other methods are idempotent by themselves, and their keys mean nothing.
 */
final class IdempotencyFilter extends OncePerRequestFilter {
  private final IdempotencyKeys keys;

  IdempotencyFilter(IdempotencyKeys keys) {
    this.keys = keys;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod())
        || request.getHeader(KeyedRequest.HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var digested = new DigestedRequest(request);
    digested.setAttribute(KeyedRequest.ATTRIBUTE, new KeyedRequest(digested, keys));
    chain.doFilter(digested, response);
  }
}
