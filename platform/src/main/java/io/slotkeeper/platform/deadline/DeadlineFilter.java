package io.slotkeeper.platform.deadline;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its deadline. */
final class DeadlineFilter extends OncePerRequestFilter {
  private final Duration patience;

  DeadlineFilter(Duration patience) {
    this.patience = patience;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestDeadline.begin(patience);
    try {
      chain.doFilter(request, response);
    } finally {
      RequestDeadline.end();
    }
  }
}
