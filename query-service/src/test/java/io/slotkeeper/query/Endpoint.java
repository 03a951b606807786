package io.slotkeeper.query;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint as it is mapped.
 *
 * @param method {@code ANY} where it takes all
 */
public record Endpoint(String method, String pattern) {
  /** Those of a running service. */
  public static Stream<Endpoint> mapped(QueryService service) {
    return service
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(Endpoint::of);
  }

  private static Stream<Endpoint> of(RequestMappingInfo info) {
    var given = info.getMethodsCondition().getMethods();
    var methods = given.isEmpty() ? List.of("ANY") : given.stream().map(Enum::name).toList();
    return info.getPatternValues().stream()
        .flatMap(pattern -> methods.stream().map(method -> new Endpoint(method, pattern)));
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
