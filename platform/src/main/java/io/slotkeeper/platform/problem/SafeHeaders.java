package io.slotkeeper.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** Headers that tell browsers to do nothing with an answer but to hand it to who asked. */
public final class SafeHeaders {
  /** An answer is no page: it loads nothing, and is shown in no frame. */
  public static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cache-Control", "no-store");

  private SafeHeaders() {}

  /** Where the filters of Spring Security were not reached. */
  static void complete(HttpServletResponse response) {
    ALL.forEach(
        (name, value) -> {
          if (!response.containsHeader(name)) {
            response.setHeader(name, value);
          }
        });
  }
}
