package io.slotkeeper.platform.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/**
 * An answer that the edge gives in place of the one that was asked for. Expected: no stack trace.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_ERRORS = 50;

  private final ProblemCode code;
  private final transient List<InputError> errors;
  private final transient Map<String, Object> details;
  private final transient HttpHeaders headers;

  private ProblemException(
      ProblemCode code,
      String detail,
      List<InputError> errors,
      Map<String, Object> details,
      HttpHeaders headers) {
    super(detail, null, false, false);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    this.headers = headers;
  }

  /** A problem that its code and a sentence say all about. */
  public static ProblemException of(ProblemCode code, String detail) {
    return new ProblemException(code, detail, List.of(), Map.of(), new HttpHeaders());
  }

  /** Values that are not acceptable; of very many only the first are told. */
  public static ProblemException invalid(List<InputError> errors) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "The errors say which values are not acceptable, and why.",
        errors.subList(0, Math.min(errors.size(), MOST_ERRORS)),
        Map.of(),
        new HttpHeaders());
  }

  /** One value that is not acceptable. */
  public static ProblemException invalid(InputError error) {
    return invalid(List.of(error));
  }

  /** There is no such thing, or the caller may not know of it: the same words for both. */
  public static ProblemException notFound() {
    return of(ProblemCode.NOT_FOUND, "There is nothing here that you may see.");
  }

  /** The same problem with members of its own. */
  public ProblemException with(Map<String, Object> moreDetails) {
    return new ProblemException(code, detail(), errors, moreDetails, headers);
  }

  /** The same problem with headers of its own. */
  public ProblemException with(HttpHeaders moreHeaders) {
    return new ProblemException(code, detail(), errors, details, moreHeaders);
  }

  /** The same problem, which may be gone after a while. */
  public ProblemException retryAfter(Duration wait) {
    var retry = new HttpHeaders();
    retry.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    return with(retry);
  }

  /** What is wrong, for programs. */
  public ProblemCode code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  List<InputError> errors() {
    return errors;
  }

  Map<String, Object> details() {
    return details;
  }

  HttpHeaders headers() {
    return headers;
  }
}
