package io.slotkeeper.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** In place of both services: it answers what it was told to, in that order. */
final class StandIn implements AutoCloseable {
  private static final int CUT_OFF = 0;

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  /** One that was asked, with its headers by their names in lower case. */
  record Request(String line, Map<String, List<String>> headers) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  private record Answer(int status, String type, String body) {}

  StandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  StandIn answers(int status, String body) {
    answers.add(new Answer(status, "application/json", body));
    return this;
  }

  StandIn tells(String... events) {
    var text = new StringBuilder();
    for (var event : events) {
      text.append("event:progress\ndata:").append(event).append("\n\n");
    }
    answers.add(new Answer(200, "text/event-stream", text.toString()));
    return this;
  }

  /** Takes the request and says nothing. */
  StandIn hangsUp() {
    answers.add(new Answer(CUT_OFF, "", ""));
    return this;
  }

  Map<String, String> environment() {
    var address = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "SLOTKEEPER_COMMANDS", address,
        "SLOTKEEPER_QUERIES", address,
        "SLOTKEEPER_ADMIN_TOKEN", "the-token");
  }

  List<Request> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      requests.add(
          new Request(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().entrySet().stream()
                  .collect(
                      Collectors.toMap(
                          header -> header.getKey().toLowerCase(Locale.ROOT),
                          Map.Entry::getValue))));
      var answer = Objects.requireNonNull(answers.poll(), "nothing more to answer");
      if (answer.status() == CUT_OFF) {
        return;
      }
      var body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
