package io.slotkeeper.platform.security;

import io.slotkeeper.platform.problem.SafeHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The headers of every answer, beside those that Spring Security adds by itself. */
final class AnswerHeaders implements HeaderWriter {
  private static final String POLICY = "Content-Security-Policy";

  /** The one page that there is needs its own scripts and styles. */
  private static final String POLICY_OF_PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'";

  static void customize(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
        .addHeaderWriter(new AnswerHeaders());
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (!response.containsHeader(POLICY)) {
      boolean page = request.getServletPath().startsWith("/swagger-ui");
      response.setHeader(POLICY, page ? POLICY_OF_PAGE : SafeHeaders.POLICY);
    }
  }
}
