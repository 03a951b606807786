package io.slotkeeper.quickstart.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes webhooks, once it has refused as often as it was told to. */
final class Receiver implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final List<Webhook> taken = new CopyOnWriteArrayList<>();
  private final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhook", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      Integer refusal = refusals.poll();
      if (refusal == null) {
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst(Signature.HEADER));
        taken.add(new Webhook(body, signature));
      }
      exchange.sendResponseHeaders(refusal == null ? 200 : refusal, -1);
    }
  }

  void refuseOnce(int status) {
    refusals.add(status);
  }

  boolean hasRefusedAll() {
    return refusals.isEmpty();
  }

  URI url() {
    return URI.create("http://localhost:%d/webhook".formatted(server.getAddress().getPort()));
  }

  List<Webhook> taken() {
    return List.copyOf(taken);
  }

  /** The statuses in the order in which they came. */
  List<String> statuses() {
    return taken.stream()
        .flatMap(webhook -> webhook.value().path("statuses").valueStream())
        .map(status -> status.path("status").asString())
        .toList();
  }

  /** The answers of phones in the order in which they came. */
  List<JsonNode> messages() {
    return taken.stream()
        .flatMap(webhook -> webhook.value().path("messages").valueStream())
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** The body has a character per byte. */
  record Webhook(String body, String signature) {
    JsonNode value() {
      return JSON.readTree(body).path("entry").path(0).path("changes").path(0).path("value");
    }
  }
}
