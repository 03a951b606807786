package io.slotkeeper.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container found, to which it dispatches errors that carry no document yet. */
@Controller
class ProblemErrorController implements ErrorController {
  private final ProblemWriter writer;

  ProblemErrorController(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      writer.write(request, response, thrown);
    } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
        instanceof Integer status) {
      writer.write(request, response, Problems.ofStatus(status));
    } else {
      writer.write(request, response, ProblemException.notFound());
    }
  }
}
