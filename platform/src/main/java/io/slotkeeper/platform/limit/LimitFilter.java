package io.slotkeeper.platform.limit;

import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.ProvedCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests above the limits before anything is looked up or read for them. An unknown
 * credential is charged to the address; when it proves good, the charge moves to the caller.
 */
final class LimitFilter extends OncePerRequestFilter {
  private final Policies policies;
  private final Clients clients;
  private final RateLimiter limiter;

  LimitFilter(Policies policies, Clients clients, RateLimiter limiter) {
    this.policies = policies;
    this.clients = clients;
    this.limiter = limiter;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var visit = visit(request);
    if (visit.mayFail() != null) {
      // A credential beforehand, or many at once would all be tried before the first has failed.
      // Not so what is signed: whoever signs may send very many at once.
      requireAllowed(
          visit.isUnproved() ? limiter.take(visit.mayFail()) : limiter.look(visit.mayFail()),
          response);
    }
    boolean failed = false;
    try {
      if (!visit.charges().isEmpty()) {
        requireAllowed(visit.charges(), response);
      }
      chain.doFilter(request, response);
      failed = response.getStatus() == HttpStatus.UNAUTHORIZED.value();
    } catch (ProblemException e) {
      failed = e.code() == ProblemCode.UNAUTHENTICATED;
      throw e;
    } finally {
      settle(visit, request, failed);
    }
  }

  private Visit visit(HttpServletRequest request) {
    var path = PathContainer.parsePath(request.getRequestURI());
    var credential = clients.credential(request);
    var known = credential.flatMap(clients::known);
    boolean isUnproved = credential.isPresent() && known.isEmpty();
    return new Visit(
        path,
        credential.orElse(null),
        isUnproved,
        charges(request, path, known.orElseGet(() -> clients.address(request))),
        mayFail(request, path, isUnproved));
  }

  private @Nullable Charge mayFail(
      HttpServletRequest request, PathContainer path, boolean isUnproved) {
    if (!isUnproved && !policies.isSigned(path)) {
      return null;
    }
    return new Charge(
        isUnproved ? policies.failures() : policies.badSignatures(), clients.address(request));
  }

  private List<Charge> charges(HttpServletRequest request, PathContainer path, Client client) {
    return policies.of(request.getMethod(), path, client.role()).stream()
        .map(policy -> new Charge(policy, chargedBy(policy, client, request)))
        .toList();
  }

  /** Tokens that anybody is given for the asking must not be worth a bucket each. */
  private Client chargedBy(Policy policy, Client client, HttpServletRequest request) {
    return policy.byAddress().contains(client.role()) ? clients.address(request) : client;
  }

  private static void requireAllowed(Quota failures, HttpServletResponse response) {
    if (!failures.allowed()) {
      refuse(List.of(failures.charge()), List.of(failures), response);
    }
  }

  private void requireAllowed(List<Charge> charges, HttpServletResponse response) {
    var quotas = limiter.charge(charges);
    var refused = quotas.stream().filter(quota -> !quota.allowed()).toList();
    if (!refused.isEmpty()) {
      refuse(charges, refused, response);
    }
    tell(charges, quotas, response);
  }

  private static void refuse(
      List<Charge> charges, List<Quota> refused, HttpServletResponse response) {
    tell(charges, refused, response);
    throw ProblemException.of(
            ProblemCode.RATE_LIMITED, "More requests than are allowed. Try again later.")
        .retryAfter(LimitHeaders.retryAfter(refused));
  }

  private static void tell(List<Charge> charges, List<Quota> quotas, HttpServletResponse response) {
    response.setHeader(LimitHeaders.POLICY, LimitHeaders.policies(charges));
    response.setHeader(LimitHeaders.LIMIT, LimitHeaders.limits(quotas));
  }

  private void settleFailure(Charge charge, boolean isMade, boolean failed) {
    if (isMade && !failed) {
      limiter.giveBack(charge);
    } else if (failed && !isMade) {
      var unused = limiter.take(charge);
    }
  }

  private void settle(Visit visit, HttpServletRequest request, boolean failed) {
    if (visit.mayFail() != null) {
      settleFailure(visit.mayFail(), visit.isUnproved(), failed);
    }
    var credential = visit.credential();
    if (credential == null) {
      return;
    }
    var proved = ProvedCaller.of(request);
    if (proved.isEmpty()) {
      if (failed) {
        clients.forget(credential);
      }
    } else if (visit.isUnproved()) {
      var client = clients.learn(credential, proved.get());
      // Where the caller has nothing left, the address goes on paying for new spellings and tokens.
      if (limiter.charge(charges(request, visit.path(), client)).stream()
          .allMatch(Quota::allowed)) {
        visit.charges().forEach(limiter::giveBack);
      }
    }
  }

  /**
   * A request, as it was before anybody looked at its credential.
   *
   * @param credential what stands for it, null where there is none
   * @param isUnproved whether there is one that is not known to be good
   * @param mayFail what a failure is charged to, null where none counts
   */
  private record Visit(
      PathContainer path,
      @Nullable String credential,
      boolean isUnproved,
      List<Charge> charges,
      @Nullable Charge mayFail) {}
}
