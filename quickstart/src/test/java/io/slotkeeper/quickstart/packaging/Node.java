package io.slotkeeper.quickstart.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Stands in for a node of a service: it says who it is, and keeps what it was asked. */
final class Node implements AutoCloseable {
  static final String ANSWERED_BY = "Answered-By";

  /** One request as it arrived. */
  record Asked(
      String method, String address, Map<String, List<String>> headers, int port, int length) {
    List<String> header(String name) {
      return headers.entrySet().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .toList();
    }
  }

  private final HttpServer server;
  private final String service;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstWasRead = new CountDownLatch(1);
  private volatile Manner manner = Manner.ANSWERS;

  /** What a node does with requests. */
  enum Manner {
    ANSWERS,
    IS_UNAVAILABLE,
    BREAKS_OFF,
    HANGS
  }

  Node(String service) throws IOException {
    this.service = service;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int length = exchange.getRequestBody().readAllBytes().length;
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              exchange.getRemoteAddress().getPort(),
              length));
      exchange.getResponseHeaders().set(ANSWERED_BY, service);
      switch (manner) {
        case ANSWERS -> {
          switch (exchange.getRequestURI().getPath().replaceFirst(".*/", "")) {
            case "stream" -> stream(exchange);
            case "swagger-ui.html" -> {
              exchange.getResponseHeaders().set("Location", "/swagger-ui/index.html");
              exchange.sendResponseHeaders(302, -1);
            }
            case "swagger-initializer.js" -> script(exchange);
            default -> exchange.sendResponseHeaders(200, -1);
          }
        }
        case IS_UNAVAILABLE -> exchange.sendResponseHeaders(503, -1);
        case BREAKS_OFF -> exchange.close();
        case HANGS -> await();
      }
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var body = exchange.getResponseBody();
    body.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
    body.flush();
    await();
    body.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
  }

  private static void script(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/javascript");
    exchange.sendResponseHeaders(200, 0);
    exchange
        .getResponseBody()
        .write("\"/v3/api-docs/swagger-config\"".getBytes(StandardCharsets.UTF_8));
  }

  private void await() {
    try {
      firstWasRead.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets go of what hangs or streams. */
  void goOn() {
    firstWasRead.countDown();
  }

  void now(Manner next) {
    manner = next;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    goOn();
    server.stop(0);
  }
}
