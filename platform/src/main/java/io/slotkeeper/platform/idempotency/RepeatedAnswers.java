package io.slotkeeper.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Writes answers that were given before, byte for byte. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RepeatedAnswers {
  static final String HEADER = "Idempotency-Replayed";

  @ExceptionHandler
  void answer(RepeatedAnswer repeated, HttpServletResponse response) throws IOException {
    var answer = repeated.answer();
    response.resetBuffer();
    response.setStatus(answer.status());
    answer.headers().forEach((name, values) -> say(response, name, values));
    response.setHeader(HEADER, "true");
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
    response.flushBuffer();
  }

  /** In place of what the new answer says under that name. */
  private static void say(HttpServletResponse response, String name, List<String> values) {
    values.stream().limit(1).forEach(first -> response.setHeader(name, first));
    values.stream().skip(1).forEach(other -> response.addHeader(name, other));
  }
}
