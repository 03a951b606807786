package io.slotkeeper.query.slot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.query.QueryService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream as a browser does, but never resumes it by itself. */
final class EventSource implements AutoCloseable {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<Event> events = new CopyOnWriteArrayList<>();
  final List<String> others = new CopyOnWriteArrayList<>();
  final HttpResponse<InputStream> response;
  private volatile boolean ended;

  record Event(String name, long id, JsonNode data) {
    String text(String member) {
      return data.path(member).asString();
    }
  }

  private EventSource(HttpResponse<InputStream> response) {
    this.response = response;
    if (response.statusCode() == 200) {
      Thread.startVirtualThread(this::read);
    }
  }

  static EventSource open(
      QueryService service, Object business, @Nullable String token, @Nullable Object lastEventId) {
    var port = service.context().getEnvironment().getRequiredProperty("local.server.port");
    var path = "http://localhost:%s/api/businesses/%s/slots/stream".formatted(port, business);
    var request = HttpRequest.newBuilder(URI.create(path)).header("Accept", "text/event-stream");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId.toString());
    }
    try {
      return new EventSource(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A new stream, once it has begun. */
  static EventSource ready(QueryService service, Object business, @Nullable String token) {
    var source = open(service, business, token, null);
    source.awaitEvents(1);
    return source;
  }

  /** What is answered instead of a stream. */
  JsonNode body() {
    return JSON.readTree(response.body());
  }

  boolean hasEnded() {
    return ended;
  }

  void awaitEvents(int count) {
    await().until(() -> events.size() >= count || ended);
    assertThat(events).hasSizeGreaterThanOrEqualTo(count);
  }

  void awaitEnd() {
    await().until(this::hasEnded);
  }

  List<Event> named(String name) {
    return events.stream().filter(event -> event.name().equals(name)).toList();
  }

  List<Long> ids() {
    return events.stream().map(Event::id).toList();
  }

  @Override
  public void close() {
    cut();
  }

  /** Cuts the connection. */
  void cut() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = null;
      String id = null;
      String data = null;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (!line.isEmpty()) {
          others.add(line);
        } else if (name != null) {
          events.add(
              new Event(
                  name,
                  Long.parseLong(Objects.requireNonNull(id)),
                  JSON.readTree(Objects.requireNonNull(data))));
          name = null;
        }
      }
    } catch (IOException e) {
      // Cut, by either side.
    } finally {
      ended = true;
    }
  }
}
