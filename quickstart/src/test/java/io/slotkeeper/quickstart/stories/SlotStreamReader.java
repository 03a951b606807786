package io.slotkeeper.quickstart.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who listens to the stream of a shop's slots, until the connection is cut. */
final class SlotStreamReader implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_IN_SECONDS = 20;

  /** What was told, in the form of a browser's event. */
  record Told(String name, long id, JsonNode what) {}

  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

  private SlotStreamReader(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.startVirtualThread(this::read);
  }

  static SlotStreamReader of(Shop shop, Http reader) {
    var response = reader.stream(shop.path() + "/slots/stream");
    assertThat(response.statusCode()).isEqualTo(200);
    return new SlotStreamReader(response);
  }

  /** One who goes on where another was cut off. */
  static SlotStreamReader after(long id, Shop shop, Http reader) {
    return of(shop, reader.with("Last-Event-ID", Long.toString(id)));
  }

  /** The next event. */
  Told next() {
    try {
      return Optional.ofNullable(told.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS))
          .orElseThrow(() -> new AssertionError("the stream tells nothing more"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Cuts the connection. */
  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "";
      long id = -1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring("id: ".length()));
        } else if (line.startsWith("data: ")) {
          told.add(new Told(name, id, JSON.readTree(line.substring("data: ".length()))));
        }
      }
    } catch (IOException e) {
      // Cut; what was told before stays.
    }
  }
}
