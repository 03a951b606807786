package io.slotkeeper.query.freshness;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.web.ConsistencyToken;
import io.slotkeeper.query.projection.Projection;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a question with a {@link ConsistencyToken} pass when the projections that answer it have
 * seen what the token names. Before anything looks at who asks: the key of an owner who has just
 * registered is in a projection too.
 */
final class FreshnessFilter extends OncePerRequestFilter {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final NeededProjections projections;
  private final WantedStates states;
  private final Arrivals arrivals;
  private final HeldBack heldBack;

  FreshnessFilter(
      NeededProjections projections, WantedStates states, Arrivals arrivals, HeldBack heldBack) {
    this.projections = projections;
    this.states = states;
    this.arrivals = arrivals;
    this.heldBack = heldBack;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tokens = Collections.list(request.getHeaders(ConsistencyToken.HEADER));
    if (!tokens.isEmpty() && Reading.is(request.getMethod())) {
      var needed = projections.of(request.getRequestURI());
      if (!needed.isEmpty()) {
        var wanted = wanted(tokens);
        requireArrived(wanted, needed, patience(request, response));
        request.setAttribute(WantedNumber.ATTRIBUTE, wanted.number());
      }
    }
    chain.doFilter(request, response);
  }

  private WantedState wanted(List<String> tokens) {
    return Optional.of(tokens)
        .filter(given -> given.size() == 1)
        .flatMap(given -> ConsistencyToken.parse(given.getFirst()))
        .flatMap(states::of)
        .orElseThrow(FreshnessFilter::notAToken);
  }

  private static ProblemException notAToken() {
    return ProblemException.invalid(
        InputError.in(
            ConsistencyToken.HEADER,
            "not-a-consistency-token",
            "must be one token, as an answer to a command gave it"));
  }

  private static Duration patience(HttpServletRequest request, HttpServletResponse response) {
    var preferred = PreferredWait.of(Collections.list(request.getHeaders(PreferredWait.HEADER)));
    preferred.ifPresent(
        wait -> response.setHeader(PreferredWait.ANSWER, "wait=" + wait.toSeconds()));
    return preferred.orElse(PATIENCE);
  }

  private void requireArrived(
      WantedState wanted, List<Projection<?, ?>> needed, Duration patience) {
    // What was put aside counts as handled, so this is asked last.
    if (!arrivals.await(wanted.number(), needed, patience) || heldBack.any(wanted, needed)) {
      throw ProblemException.of(
              ProblemCode.PROJECTION_BEHIND,
              "The read model has not seen what the token names. Try again shortly.")
          .retryAfter(RETRY);
    }
  }
}
