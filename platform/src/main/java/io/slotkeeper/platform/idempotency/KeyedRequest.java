package io.slotkeeper.platform.idempotency;

import io.slotkeeper.platform.problem.InputError;
import io.slotkeeper.platform.problem.ProblemCode;
import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.security.ProvedCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A request that came with a key.
 *
 * @param request whose body the handler has read, if it reads one
 */
record KeyedRequest(DigestedRequest request, IdempotencyKeys keys) {
  static final String HEADER = "Idempotency-Key";
  static final String ATTRIBUTE = KeyedRequest.class.getName();

  private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

  /** The one that this thread answers, if there is one. */
  static Optional<KeyedRequest> current() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(each -> each.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST))
        .map(KeyedRequest.class::cast);
  }

  /** A key means what its caller means by it, whatever others do. */
  String keyOfCaller() {
    return ProvedCaller.textOf(request) + "\n" + keyIn(request);
  }

  static String keyIn(HttpServletRequest request) {
    var given = Collections.list(request.getHeaders(HEADER));
    if (given.size() != 1 || !KEY.matcher(given.getFirst()).matches()) {
      throw ProblemException.invalid(
          InputError.in(
              HEADER,
              "not-an-idempotency-key",
              "must be given once, with 1 to 255 visible ASCII characters"));
    }
    return given.getFirst();
  }

  /** Everything that makes this request differ from another. */
  String content() {
    try {
      return String.join(
          "\n",
          request.getMethod(),
          request.getRequestURI(),
          Objects.toString(request.getQueryString(), ""),
          given(request, HttpHeaders.IF_MATCH),
          HexFormat.of().formatHex(request.bodyDigest()));
    } catch (IOException e) {
      throw ProblemException.of(ProblemCode.MALFORMED, "The body cannot be read.");
    }
  }

  private static String given(HttpServletRequest request, String header) {
    return String.join("\t", Collections.list(request.getHeaders(header)));
  }
}
