package io.slotkeeper.quickstart.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request and the answer to it. */
final class Call {

  static final JsonMapper JSON = JsonMapper.builder().build();

  /** The largest message that Meta takes is far smaller. */
  private static final int LARGEST = 1 << 20;

  private final HttpExchange exchange;
  private final byte[] body;

  private Call(HttpExchange exchange, byte[] body) {
    this.exchange = exchange;
    this.body = body;
  }

  /** Reads all of the body, so that an answer never meets a client that still writes. */
  static Call read(HttpExchange exchange) throws IOException {
    return new Call(exchange, exchange.getRequestBody().readNBytes(LARGEST));
  }

  String method() {
    return exchange.getRequestMethod();
  }

  /** The path's segments. */
  List<String> path() {
    return Arrays.stream(exchange.getRequestURI().getPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** Empty where the body is none. */
  Optional<JsonNode> json() {
    try {
      return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Asks for the media type, since a foreign page cannot send it without asking first. */
  JsonNode requireJson() {
    if (!header("Content-Type")
        .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
        .orElse(false)) {
      throw new Refusal(415, "Send application/json");
    }
    return json().orElseThrow(() -> new Refusal(400, "The body is no JSON object"));
  }

  void answer(int status, Object json) throws IOException {
    answer(status, "application/json", JSON.writeValueAsBytes(json));
  }

  void problem(int status, String detail) throws IOException {
    byte[] problem =
        JSON.writeValueAsBytes(
            JSON.createObjectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("detail", detail));
    answer(status, "application/problem+json", problem);
  }

  void answer(int status, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  void responseHeader(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }
}
