package io.slotkeeper.command.http;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint as it is mapped.
 *
 * @param method {@code ANY} where it takes all
 */
record Endpoint(String method, String pattern) {
  /** Those of a running service. */
  static Stream<Endpoint> mapped(CommandServer server) {
    return server
        .bean(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
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
