package io.slotkeeper.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.slotkeeper.command.CommandServiceApplication;
import io.slotkeeper.testing.SettableClock;
import io.slotkeeper.testing.TestDatabase;
import io.slotkeeper.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a random port and a database of its own, at a time that tests set. */
final class CommandServer implements AutoCloseable {
  static final String ADMIN = "admin-token-of-the-tests";

  /** A Monday. */
  static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");

  private static final JsonMapper JSON = JsonMapper.shared();

  final SettableClock clock = new SettableClock(NOW);
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private CommandServer(
      Map<String, Object> settings, Consumer<GenericApplicationContext> neighbours) {
    ApplicationContextInitializer<GenericApplicationContext> time =
        starting -> {
          starting.registerBean("clock", Clock.class, () -> clock);
          neighbours.accept(starting);
        };
    context =
        CommandServiceApplication.builder()
            .initializers(time)
            // With the JVM ends PostgreSQL too, whom a server that is shared would wait for.
            .registerShutdownHook(false)
            .run(
                settings.entrySet().stream()
                    .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                    .toArray(String[]::new));
    port = context.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }

  static CommandServer start(Map<String, Object> more) {
    return start(TestPostgres.freshDatabase(), more, starting -> {});
  }

  /**
   * Starts on a database that may have been used before.
   *
   * @param neighbours adds beans in place of those that stand in for what is elsewhere
   */
  static CommandServer start(
      TestDatabase database,
      Map<String, Object> more,
      Consumer<GenericApplicationContext> neighbours) {
    var settings = new HashMap<>(database.springProperties());
    settings.put("server.port", 0);
    settings.put("management.server.port", 0);
    settings.put("slotkeeper.security.admin-token", ADMIN);
    settings.put("slotkeeper.limits.enabled", false);
    settings.putAll(more);
    return new CommandServer(settings, neighbours);
  }

  /** Calls the service; the body is JSON. */
  HttpResponse<String> call(
      String method, String path, @Nullable String token, String body, String... headers) {
    return call(method, path, token, body.getBytes(UTF_8), headers);
  }

  HttpResponse<String> call(
      String method, String path, @Nullable String token, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How many events there are but for notifications, which follow by themselves. */
  int events() {
    var count =
        bean(JdbcTemplate.class)
            .queryForObject(
                "SELECT count(*) FROM command.domainevententry WHERE type <> 'Notification'",
                Integer.class);
    return count == null ? 0 : count;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(Class<T> type, String name) {
    return context.getBean(name, type);
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }
}
