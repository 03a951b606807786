package io.slotkeeper.platform.problem;

import io.slotkeeper.api.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem document, whatever the caller accepts. Everything that goes wrong is
 * written here, so that the same problem has the same bytes wherever it was found.
 */
public final class ProblemWriter {
  private static final Set<ProblemCode> DECISIONS =
      EnumSet.of(
          ProblemCode.SLOT_TAKEN,
          ProblemCode.ILLEGAL_TRANSITION,
          ProblemCode.REBUILD_RUNNING,
          ProblemCode.VERSION_CONFLICT,
          ProblemCode.SLOT_NOT_OFFERED,
          ProblemCode.TOO_LATE);

  private final JsonMapper json;
  private final Problems problems;

  ProblemWriter(JsonMapper json, Problems problems) {
    this.json = json;
    this.problems = problems;
  }

  /** Answers with what was thrown. */
  public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
      throws IOException {
    write(request, response, problems.of(thrown));
  }

  /** Answers with a problem. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException problem)
      throws IOException {
    var body = bytes(request, problem);
    response.resetBuffer();
    response.setStatus(problem.code().status());
    problem.headers().forEach((name, values) -> set(response, name, values));
    if (problem.code() == ProblemCode.UNAUTHENTICATED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    SafeHeaders.complete(response);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /**
   * The problem that somebody's decision is, as it would be written; empty for what the request or
   * the moment is to blame for, which may be answered otherwise the next time.
   */
  public Optional<ResponseEntity<byte[]>> decided(
      RuntimeException thrown, HttpServletRequest request) {
    if (!(thrown instanceof Refused || thrown instanceof ProblemException)) {
      return Optional.empty();
    }
    var problem = problems.of(thrown);
    return DECISIONS.contains(problem.code())
        ? Optional.of(
            ResponseEntity.status(problem.code().status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(bytes(request, problem)))
        : Optional.empty();
  }

  private byte[] bytes(HttpServletRequest request, ProblemException problem) {
    return json.writeValueAsBytes(Problem.of(problem, pathOf(request)));
  }

  private static void set(HttpServletResponse response, String name, Iterable<String> values) {
    for (var value : values) {
      response.setHeader(name, value);
    }
  }

  private static String pathOf(HttpServletRequest request) {
    var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return original == null ? request.getRequestURI() : original.toString();
  }
}
