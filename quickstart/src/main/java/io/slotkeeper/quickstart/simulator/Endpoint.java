package io.slotkeeper.quickstart.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What answers below one path. */
@FunctionalInterface
interface Endpoint extends HttpHandler {

  Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /** Leaves unanswered what is to be lost. */
  void answer(Call call) throws IOException;

  @Override
  default void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call = Call.read(exchange);
      try {
        answer(call);
      } catch (Refusal e) {
        call.problem(e.status(), e.detail());
      } catch (RuntimeException e) {
        LOG.error("The simulator failed", e);
        call.problem(500, "The simulator failed; see its log");
      }
    }
  }
}
