package io.slotkeeper.admin.service;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Server-Sent Events of a service, each of them one JSON document. */
public final class EventStream implements AutoCloseable {
  private static final String DATA = "data:";
  private static final int FIRST_ERROR = 400;

  private final HttpResponse<Stream<String>> response;
  private final Duration silence;
  private final BlockingQueue<Optional<JsonNode>> heard = new LinkedBlockingQueue<>();

  private EventStream(HttpResponse<Stream<String>> response, Duration silence) {
    this.response = response;
    this.silence = silence;
  }

  /**
   * Begins to listen.
   *
   * @param silence after which it is taken for ended: a service that dies says no good-bye
   */
  public static EventStream of(ServiceApi service, String path, Duration silence) {
    var response = service.listen(path);
    if (response.statusCode() >= FIRST_ERROR) {
      var text = String.join("\n", response.body().toList());
      throw new ServiceRefused(
          service.name(),
          new Answer(response.statusCode(), response.headers(), ServiceApi.json(text)));
    }
    var stream = new EventStream(response, silence);
    Thread.ofVirtual().name("listen").start(stream::read);
    return stream;
  }

  /** The next one; empty where there will be none. */
  public Optional<JsonNode> next() throws InterruptedException {
    var next = heard.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? Optional.empty() : next;
  }

  private void read() {
    try (var lines = response.body()) {
      lines
          .filter(line -> line.startsWith(DATA))
          .map(line -> ServiceApi.json(line.substring(DATA.length())))
          .forEach(event -> heard.add(Optional.of(event)));
    } catch (RuntimeException e) {
      // Cut off, which is an end like another.
    } finally {
      heard.add(Optional.empty());
    }
  }

  @Override
  public void close() {
    response.body().close();
  }
}
