package io.slotkeeper.quickstart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
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

  /** The same idempotency key and body do their work once, however often they are sent. */
  JsonNode send(
      String method, String path, String bearer, String idempotencyKey, Map<String, Object> body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + bearer)
            .header("Idempotency-Key", idempotencyKey)
            .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return read(request, exchange(request));
  }

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
