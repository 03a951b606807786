package io.slotkeeper.platform.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any filter sees it, such as a path that is no path. Such a
 * path is not repeated.
 */
final class ProblemErrorValve extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var reachable = new AtomicBoolean(false);
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, reachable);
    if (!reachable.get()) {
      return;
    }
    try {
      var code = ProblemCode.of(status);
      response.setStatus(code.status());
      write(response, body(code));
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("The caller has gone", gone);
    }
  }

  private static void write(Response response, byte[] body) throws IOException {
    SafeHeaders.ALL.forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.finishResponse();
  }

  private static byte[] body(ProblemCode code) {
    return """
    {"type":"%s","title":"%s","status":%d,"detail":"%s.","code":"%s"}\
    """
        .formatted(
            Problem.TYPE_PREFIX + code.text(),
            code.title(),
            code.status(),
            code.title(),
            code.text())
        .getBytes(StandardCharsets.UTF_8);
  }
}
