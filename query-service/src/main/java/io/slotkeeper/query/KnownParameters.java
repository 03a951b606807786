package io.slotkeeper.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that nobody reads, since a filter with a typing error would show too much.
 */
final class KnownParameters implements HandlerInterceptor {
  private final Map<Method, Set<String>> ofMethods = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var known = ofMethods.computeIfAbsent(method.getMethod(), KnownParameters::known);
      var parameters = new Parameters();
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                if (!known.contains(name)) {
                  parameters.refuse(name, "unknown", "is no parameter of this question");
                } else if (values.length > 1) {
                  parameters.refuse(name, "repeated", "must be given once");
                }
              });
      parameters.require();
    }
    return true;
  }

  private static Set<String> known(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
        .map(Parameter::getName)
        .collect(Collectors.toSet());
  }
}
