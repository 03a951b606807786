package io.slotkeeper.faults.client;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to one node as somebody.
 *
 * @param headers that go with each request
 * @param patience after which an answer counts as none
 */
public record Http(URI base, Map<String, String> headers, Duration patience) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Longer than any request may take, by little. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  public static Http anyone(URI base) {
    return new Http(base, Map.of(), PATIENCE);
  }

  public Http as(String credential) {
    return with("Authorization", "Bearer " + credential);
  }

  /** With one more header on each request. */
  public Http with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Http(base, Map.copyOf(more), patience);
  }

  public Http keyed(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  /** With more patience, or less. */
  public Http within(Duration other) {
    return new Http(base, headers, other);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Reads what is at least as new as that command; 503 where that takes more than four seconds. */
  public Answer getAfter(Answer command, String path) {
    return with(ConsistencyToken.HEADER, command.token()).with("Prefer", "wait=4").get(path);
  }

  public Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer send(String method, String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
    headers.forEach(request::header);
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    long begin = System.nanoTime();
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return Answer.of(response, Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException e) {
      // The end of a connection is what faults do; callers look at the status.
      return Answer.none(Duration.ofNanos(System.nanoTime() - begin));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
