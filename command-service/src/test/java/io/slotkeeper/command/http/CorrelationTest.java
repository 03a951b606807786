package io.slotkeeper.command.http;

import static io.slotkeeper.command.http.CommandServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.slotkeeper.testing.TestPostgres;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;

@SuppressWarnings("NullAway.Init")
class CorrelationTest {
  private static final String HEADER = "Correlation-Id";
  private static final List<Optional<String>> LOGGED = new CopyOnWriteArrayList<>();
  private static CommandServer server;

  @BeforeAll
  static void start() {
    Filter reader =
        (request, response, chain) -> {
          LOGGED.add(Optional.ofNullable(MDC.get("correlation")));
          chain.doFilter(request, response);
        };
    server =
        CommandServer.start(
            TestPostgres.freshDatabase(),
            Map.of(),
            context -> context.registerBean("reader", Filter.class, () -> reader));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    LOGGED.clear();
  }

  private static HttpResponse<String> ask(String... headers) {
    return server.call("GET", "/api/health", null, "", headers);
  }

  private static Optional<String> answered(HttpResponse<String> response) {
    return response.headers().firstValue(HEADER);
  }

  @Test
  void answersAndLogsWithTheNameThatTheCallerGives() {
    var longest = "aZ09._-".repeat(14) + "12";

    var response = ask(HEADER, longest);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answered(response)).contains(longest);
    assertThat(LOGGED).containsExactly(Optional.of(longest));
  }

  @Test
  void namesARequestThatHasNoName() {
    var one = answered(ask());
    var other = answered(ask());

    assertThat(one).get().asString().matches("cor_[0-9a-z]{26}");
    assertThat(other).isNotEqualTo(one);
    assertThat(LOGGED).containsExactly(one, other);
  }

  @Test
  void refusesNamesThatAreNotPlain() {
    for (var name : List.of("", "a b", "a,b", "a/b", "ñ", "a\tb", "<a>", "{}", "x".repeat(101))) {
      assertRefused(ask(HEADER, name));
    }
    assertThat(LOGGED).isEmpty();
  }

  @Test
  void refusesTwoNames() throws IOException, InterruptedException {
    var port = server.bean(Environment.class).getRequiredProperty("local.server.port");
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%s/api/health".formatted(port)))
            .header(HEADER, "one")
            .header(HEADER, "two")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertRefused(client.send(request, BodyHandlers.ofString()));
    }
  }

  @Test
  void namesProblemsToo() {
    var unknown = server.call("GET", "/api/nothing", null, "", HEADER, "mine");
    var stranger = server.call("GET", "/api/health", "nobody's", "", HEADER, "mine");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(answered(unknown)).contains("mine");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(answered(stranger)).contains("mine");
  }

  private static void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    var problem = json(response);
    assertThat(problem.path("code").asString()).isEqualTo("validation-failed");
    assertThat(problem.path("errors").path(0).path("parameter").asString()).isEqualTo(HEADER);
    assertThat(problem.path("errors").path(0).path("code").asString())
        .isEqualTo("not-a-correlation-id");
    assertThat(answered(response)).get().asString().startsWith("cor_");
  }
}
