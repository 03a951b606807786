package io.slotkeeper.command.http;

import io.slotkeeper.api.Ids;
import io.slotkeeper.platform.origin.CurrentOrigin;
import io.slotkeeper.platform.origin.Origin;
import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.problem.ProblemWriter;
import io.slotkeeper.platform.security.ProvedCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Names the chain of changes that a request begins, as its caller wants or by a new name, and tells
 * where they come from. The outermost filter, so that all that is logged of a request has the name.
 */
final class CorrelationFilter extends OncePerRequestFilter {

  static final String HEADER = "Correlation-Id";

  /** It goes into logs and events as it came. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private final Ids ids;
  private final ProblemWriter problems;

  CorrelationFilter(Ids ids, ProblemWriter problems) {
    this.ids = ids;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var given = Collections.list(request.getHeaders(HEADER));
    boolean isGood = given.size() == 1 && NAME.matcher(given.getFirst()).matches();
    var correlation = isGood ? given.getFirst() : ids.newCorrelation();
    response.setHeader(HEADER, correlation);
    var current = CurrentOrigin.begin(correlation, () -> originOf(request, correlation));
    try {
      if (isGood || given.isEmpty()) {
        chain.doFilter(request, response);
      } else {
        problems.write(request, response, notAName());
      }
    } finally {
      current.close();
    }
  }

  private static ProblemException notAName() {
    return ProblemException.invalid(
        InputError.in(
            HEADER,
            "not-a-correlation-id",
            "must be 1 to 100 letters, digits, dots, dashes or underscores"));
  }

  /** Asked when a command is sent: by then it is known who calls and which handler answers. */
  private static Origin originOf(HttpServletRequest request, String correlation) {
    // Never the path itself, which a caller writes.
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (pattern == null) {
      throw new IllegalStateException("A command is sent where no handler was found");
    }
    return new Origin(
        ProvedCaller.textOf(request),
        "http:%s %s".formatted(request.getMethod(), pattern),
        correlation);
  }
}
