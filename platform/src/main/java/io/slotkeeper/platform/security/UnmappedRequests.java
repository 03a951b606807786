package io.slotkeeper.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through that no controller would handle, so that it is told 404 or 405, and stops
 * one that a controller would handle although no rule speaks of it.
 */
final class UnmappedRequests implements AuthorizationManager<RequestAuthorizationContext> {
  private final Supplier<RequestMappingHandlerMapping> mapping;

  UnmappedRequests(Supplier<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(!isHandled(context.getRequest()));
  }

  private boolean isHandled(HttpServletRequest request) {
    ServletRequestPathUtils.parseAndCache(request);
    try {
      var chain = mapping.get().getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod;
    } catch (Exception wrongMethodOrType) {
      // Spring MVC will throw the same again, where it becomes a problem document.
      return false;
    }
  }
}
