package io.slotkeeper.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whom a request's credential has proved, for all that is outside of Spring Security. */
public final class ProvedCaller {
  private static final String ATTRIBUTE = ProvedCaller.class.getName();

  private ProvedCaller() {}

  /** Empty before authentication, where it failed, and for anonymous callers. */
  public static Optional<Caller> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller
        ? Optional.of(caller)
        : Optional.empty();
  }

  /** The text of whoever calls: of anyone, where nobody is proved. */
  public static String textOf(ServletRequest request) {
    return of(request).orElseGet(Caller.Anonymous::new).text();
  }

  /** Behind whatever authenticates, and before anything is refused for lack of rights. */
  static final class Filter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      var authentication = SecurityContextHolder.getContext().getAuthentication();
      if (authentication != null
          && authentication.getPrincipal() instanceof Caller caller
          && !(caller instanceof Caller.Anonymous)) {
        request.setAttribute(ATTRIBUTE, caller);
      }
      chain.doFilter(request, response);
    }
  }
}
