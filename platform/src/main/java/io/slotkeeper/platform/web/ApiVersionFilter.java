package io.slotkeeper.platform.web;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a caller who asks for a version of the API that is not this one. */
final class ApiVersionFilter extends OncePerRequestFilter {
  private static final String HEADER = "API-Version";
  private static final String VERSION = "1";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    for (var asked : Collections.list(request.getHeaders(HEADER))) {
      if (!asked.equals(VERSION)) {
        throw ProblemException.of(
            ProblemCode.UNKNOWN_API_VERSION, "This server speaks API-Version 1.");
      }
    }
    chain.doFilter(request, response);
  }
}
