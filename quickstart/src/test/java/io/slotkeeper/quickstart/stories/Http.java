package io.slotkeeper.quickstart.stories;

import io.slotkeeper.platform.web.ConsistencyToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to one service as somebody.
 *
 * @param headers that go with each request
 */
public record Http(URI base, Map<String, String> headers) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static Http anyone(URI base) {
    return new Http(base, Map.of());
  }

  public Http as(String credential) {
    return with("Authorization", "Bearer " + credential);
  }

  /** With one more header on each request. */
  public Http with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Http(base, Map.copyOf(more));
  }

  public Answer get(String path) {
    return send(request(path).GET(), "");
  }

  /** Reads what is at least as new as that command, however busy the service is. */
  public Answer getAfter(Answer command, String path) {
    return send(
        request(path)
            .header(ConsistencyToken.HEADER, command.token())
            .header("Prefer", "wait=10")
            .GET(),
        "");
  }

  public Answer post(String path) {
    return send(request(path).POST(HttpRequest.BodyPublishers.noBody()), "");
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  public Answer send(String method, String path, Map<String, ?> body) {
    var text = JSON.writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(text)),
        text);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    return request;
  }

  private static Answer send(HttpRequest.Builder request, String body) {
    return Answer.of(send(request, body, HttpResponse.BodyHandlers.ofString()));
  }

  /** An answer that has no end. */
  HttpResponse<InputStream> stream(String path) {
    return send(request(path).GET(), "", HttpResponse.BodyHandlers.ofInputStream());
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder builder, String sent, HttpResponse.BodyHandler<T> body) {
    try {
      var request = builder.build();
      var response = CLIENT.send(request, body);
      Contracts.require(request, sent, response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
