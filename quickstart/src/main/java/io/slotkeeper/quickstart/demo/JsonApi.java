package io.slotkeeper.quickstart.demo;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Talks JSON to one of the services. */
public final class JsonApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NOT_FOUND = 404;
  private static final int FIRST_ERROR = 400;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;

  public JsonApi(URI base) {
    this.base = base;
  }

  /** A missing node for what does not exist, or not yet. */
  public JsonNode find(String path) {
    HttpRequest request = request(path).GET().build();
    HttpResponse<String> answer = exchange(request);
    return answer.statusCode() == NOT_FOUND ? MissingNode.getInstance() : read(request, answer);
  }

  /** What is at least as new as the command whose answer had this token, and may be 503. */
  HttpResponse<String> tryToFind(String path, String token) {
    return exchange(
        request(path)
            .header(ConsistencyToken.HEADER, token)
            .header("Prefer", "wait=10")
            .GET()
            .build());
  }

  /** The same idempotency key and body do their work once, however often they are sent. */
  Sent send(
      String method, String path, String bearer, String idempotencyKey, Map<String, Object> body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + bearer)
            .header("Idempotency-Key", idempotencyKey)
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = exchange(request);
    return new Sent(read(request, answer), answer.headers().firstValue(ConsistencyToken.HEADER));
  }

  /**
   * What came of a command.
   *
   * @param token with which what it did can be read
   */
  record Sent(JsonNode body, Optional<String> token) {}

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Accept", "application/json");
  }

  private static JsonNode read(HttpRequest request, HttpResponse<String> answer) {
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new IllegalStateException(
          "%s %s answered %d: %s"
              .formatted(
                  request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + request.uri().getPath(), e);
    }
  }
}
