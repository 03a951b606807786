package io.slotkeeper.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.accept.ApiVersionParser;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The one version of the API that there is, by Spring's own support for versions. */
@Configuration(proxyBeanMethods = false)
class ApiVersions implements WebMvcConfigurer {
  private static final String HEADER = "API-Version";
  private static final String ONLY = "1";

  @Override
  public void configureApiVersioning(ApiVersionConfigurer versions) {
    ApiVersionParser<String> parser = ApiVersions::exactly;
    versions
        .useVersionResolver(ApiVersions::asked)
        .setVersionParser(parser)
        .addSupportedVersions(ONLY)
        .detectSupportedVersions(false)
        .setDefaultVersion(ONLY);
  }

  /** All that a caller gives: of two, Spring would look at the first alone. */
  private static @Nullable String asked(HttpServletRequest request) {
    var given = Collections.list(request.getHeaders(HEADER));
    return given.isEmpty() ? null : '"' + String.join(", ", given) + '"';
  }

  /** Spring would take "1.0" for "1". */
  private static String exactly(String given) {
    if (given.equals(ONLY) || given.equals('"' + ONLY + '"')) {
      return ONLY;
    }
    throw new IllegalArgumentException("unknown version");
  }
}
