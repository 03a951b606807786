package io.slotkeeper.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem document, whatever the caller accepts. Everything that goes wrong is
 * written here, so that the same problem has the same bytes wherever it was found.
 */
public final class ProblemWriter {
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
    var body = json.writeValueAsBytes(Problem.of(problem, pathOf(request)));
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
