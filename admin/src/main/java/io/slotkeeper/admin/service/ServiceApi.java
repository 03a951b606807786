package io.slotkeeper.admin.service;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The API of one service. */
public final class ServiceApi {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);
  private static final int TRIES = 3;
  private static final int FIRST_ERROR = 400;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final URI address;
  private final Supplier<Optional<String>> token;
  private final HttpClient client;

  /**
   * Nothing is asked yet.
   *
   * @param token asked for with the first call
   */
  public ServiceApi(String name, URI address, Supplier<Optional<String>> token) {
    this.name = name;
    this.address = address;
    this.token = token;
    this.client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();
  }

  /** The same for calls that anybody may make. */
  public ServiceApi anonymous() {
    return new ServiceApi(name, address, Optional::empty);
  }

  /** What the service is called. */
  public String name() {
    return name;
  }

  /** Where it is. */
  public URI address() {
    return address;
  }

  /** Asks, and gives back only what is no refusal. */
  public JsonNode get(String path) {
    return accepted(send(request(path).GET().build()));
  }

  /** Asks, and gives back whatever is answered. */
  public Answer look(String path) {
    return send(request(path).GET().build());
  }

  /** Has something done, once, however often it must be said until there is an answer. */
  public JsonNode post(String path, @Nullable JsonNode body) {
    var request =
        request(path)
            .header("Idempotency-Key", Unguessable.text())
            .header("Content-Type", "application/json")
            .POST(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    for (int tried = 1; ; tried++) {
      try {
        return accepted(send(request));
      } catch (ServiceUnreachable e) {
        if (!e.mayHaveArrived() || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Takes something away. */
  public JsonNode delete(String path) {
    return accepted(send(request(path).DELETE().build()));
  }

  /** Begins to listen to what a service tells. */
  HttpResponse<Stream<String>> listen(String path) {
    var request = request(path).header("Accept", "text/event-stream").GET().build();
    return exchange(request, BodyHandlers.ofLines());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(address.toString().replaceFirst("/+$", "") + path))
            .timeout(TO_ANSWER)
            .header("User-Agent", "slotkeeper-admin");
    token.get().ifPresent(given -> request.header("Authorization", "Bearer " + given));
    return request;
  }

  private Answer send(HttpRequest request) {
    var response = exchange(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), json(response.body()));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new ServiceUnreachable(name, address, !(e instanceof ConnectException), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnreachable(name, address, true, e);
    }
  }

  private JsonNode accepted(Answer answer) {
    if (answer.status() >= FIRST_ERROR || answer.body().isMissingNode()) {
      throw new ServiceRefused(name, answer);
    }
    return answer.body();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
