package io.slotkeeper.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the service, without credentials or with a bearer token. */
public record Http(QueryService service, @Nullable String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer; its body is JSON. */
  public record Answer(int status, String contentType, JsonNode body) {
    /** The parameters that a problem names. */
    public List<String> refused() {
      return body.path("errors").valueStream().map(e -> e.path("parameter").asString()).toList();
    }

    /** The stable code of a problem. */
    public String code() {
      return body.path("code").asString();
    }
  }

  public Answer get(String path) {
    return answer(request(path).GET());
  }

  public Answer post(String path) {
    return answer(request(path).POST(HttpRequest.BodyPublishers.noBody()));
  }

  public Answer delete(String path) {
    return answer(request(path).DELETE());
  }

  private static Answer answer(HttpRequest.Builder request) {
    var response = send(request);
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        JSON.readTree(response.body()));
  }

  /** An answer that is no JSON. */
  public HttpResponse<byte[]> fetch(String path, String... headers) {
    return ask("GET", path, headers);
  }

  /** An answer as it is. */
  public HttpResponse<byte[]> ask(String method, String path, String... headers) {
    var request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The answer as it comes. */
  public HttpResponse<String> raw(String path, String... headers) {
    var request = request(path).GET();
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The status that a HEAD is answered with. */
  public int head(String path) {
    return send(request(path).HEAD()).statusCode();
  }

  HttpRequest.Builder request(String path) {
    var port = service.context().getEnvironment().getRequiredProperty("local.server.port");
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request.build(), body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
