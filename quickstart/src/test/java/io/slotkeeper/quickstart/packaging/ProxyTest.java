package io.slotkeeper.quickstart.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.slotkeeper.testing.ApiContract;
import io.slotkeeper.testing.ApiOperation;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(value = "isInstalled", disabledReason = "there is no nginx (Debian: nginx-light)")
class ProxyTest {
  private static final ApiContract COMMANDS =
      ApiContract.read(Path.of("../docs/openapi/command-service.json"));
  private static final ApiContract QUERIES =
      ApiContract.read(Path.of("../docs/openapi/query-service.json"));
  private static final int KIB = 1024;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Node command = new Node("command");
  private final Node otherCommand = new Node("command");
  private final Node query = new Node("query");
  @TempDir private Path directory;
  private Proxy proxy;

  ProxyTest() throws Exception {}

  static boolean isInstalled() {
    return Proxy.isInstalled();
  }

  @BeforeEach
  void start() throws Exception {
    proxy = startWith(Map.of());
  }

  private Proxy startWith(Map<String, String> more) throws Exception {
    var replacements = new HashMap<>(more);
    replacements.put("command-service-1:8080", command.address());
    replacements.put("command-service-2:8080", otherCommand.address());
    replacements.put("query-service:8081", query.address());
    return Proxy.start(Files.createTempDirectory(directory, "proxy"), replacements);
  }

  @AfterEach
  void stop() {
    Stream.of(command, otherCommand, query).forEach(Node::close);
    proxy.close();
    client.close();
  }

  @Test
  void bringsEveryOperationToTheServiceThatHasIt() throws Exception {
    var astray = new ArrayList<String>();
    for (var operation : COMMANDS.operations()) {
      boolean isBoth = isIn(QUERIES, operation);
      expect(astray, operation, "", isBoth ? "" : "command");
      if (operation.path().startsWith("/api/")) {
        expect(astray, operation, "/command", "command");
      }
    }
    for (var operation : QUERIES.operations()) {
      boolean isBoth = isIn(COMMANDS, operation);
      expect(astray, operation, "", isBoth ? "" : "query");
      expect(astray, operation, "/query", "query");
    }
    assertThat(astray).isEmpty();
  }

  private static boolean isIn(ApiContract contract, ApiOperation operation) {
    return contract.operations().stream()
        .anyMatch(
            other ->
                other.method().equals(operation.method()) && other.path().equals(operation.path()));
  }

  private void expect(List<String> astray, ApiOperation operation, String prefix, String service)
      throws Exception {
    if (prefix.isEmpty() && operation.path().equals("/api/health")) {
      return;
    }
    var path = prefix + operation.path().replaceAll("\\{[^}]+}", "any");
    var builder = HttpRequest.newBuilder(proxy.url().resolve(path));
    var method = operation.method().toUpperCase(Locale.ROOT);
    var answer =
        client.send(
            builder.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
    // Streams go on, and what is wanted of them has come with the headers.
    answer.body().close();
    var by = service(answer);
    if (!by.equals(service)) {
      astray.add("%s %s: %s, not %s".formatted(method, path, by, service));
    }
  }

  @Test
  void bringsReadsOfOtherKindsAndPreflightsWhereTheRequestsGo() throws Exception {
    assertThat(service(send("HEAD", "/api/bookings/any"))).isEqualTo("query");
    assertThat(preflight("POST")).isEqualTo("command");
    assertThat(preflight("GET")).isEqualTo("query");
    for (var service : List.of("command", "query")) {
      for (var path : List.of("/v3/api-docs", "/swagger-ui/index.html")) {
        assertThat(service(send("GET", "/" + service + path))).as(path).isEqualTo(service);
      }
      assertThat(service(send("GET", "/" + service + "/api/metrics"))).isEqualTo(service);
    }
  }

  private String preflight(String method) throws Exception {
    return service(send("OPTIONS", "/api/bookings/any", "Access-Control-Request-Method", method));
  }

  @Test
  void showsTheDescriptionOfEachServiceUnderItsPrefix() throws Exception {
    for (var service : List.of("command", "query")) {
      var moved = send("GET", "/" + service + "/swagger-ui.html");
      assertThat(moved.headers().firstValue("Location"))
          .contains("/" + service + "/swagger-ui/index.html");
      assertThat(send("GET", "/" + service + "/swagger-ui/swagger-initializer.js").body())
          .isEqualTo("\"/" + service + "/v3/api-docs/swagger-config\"");
    }
  }

  @Test
  void doesNotLeadToWhatIsNotForCallers() throws Exception {
    for (var path :
        List.of(
            "/",
            "/actuator/health",
            "/command/actuator/health",
            "/query/actuator/prometheus",
            "/query/api/../actuator/prometheus",
            "/command",
            "/api",
            "/api/metrics",
            "/command-health",
            "/v3/api-docs")) {
      isProblem(send("GET", path), 404, "not-found");
    }
    assertThat(nodes().flatMap(node -> node.asked().stream())).isEmpty();
  }

  @Test
  void isWellWhereBothServicesAre() throws Exception {
    assertThat(send("GET", "/api/health").statusCode()).isEqualTo(200);
    assertThat(query.asked().getLast().address()).isEqualTo("/api/health");

    query.now(Node.Manner.IS_UNAVAILABLE);
    assertThat(send("GET", "/api/health").statusCode()).isEqualTo(503);

    query.now(Node.Manner.ANSWERS);
    command.now(Node.Manner.IS_UNAVAILABLE);
    otherCommand.now(Node.Manner.IS_UNAVAILABLE);
    isUnavailable(send("GET", "/api/health"));
  }

  @Test
  void passesOnWhatBelongsToARequestAsItWasWritten() throws Exception {
    var headers =
        Map.of(
            "Authorization", "Bearer mt_any",
            "Idempotency-Key", "a key",
            "If-Match", "\"3\"",
            "Consistency-Token", "token",
            "Correlation-Id", "cor_any",
            "Prefer", "wait=1",
            "Last-Event-ID", "7",
            "API-Version", "1");
    var flat =
        headers.entrySet().stream()
            .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
            .toArray(String[]::new);

    send("POST", "/query/api/admin/dead-letters/any/a%2Fb%20c?x=%20y", flat);

    var asked = query.asked().getFirst();
    assertThat(asked.address()).isEqualTo("/api/admin/dead-letters/any/a%2Fb%20c?x=%20y");
    headers.forEach((name, value) -> assertThat(asked.header(name)).containsExactly(value));
  }

  @Test
  void saysItselfWhereARequestComesFrom() throws Exception {
    send(
        "GET",
        "/api/bookings/any",
        "X-Forwarded-For",
        "203.0.113.7",
        "Forwarded",
        "for=203.0.113.7",
        "X-Real-IP",
        "203.0.113.7",
        "X-Forwarded-Proto",
        "https");

    var asked = query.asked().getFirst();
    assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
    assertThat(
            Stream.of("Forwarded", "X-Real-IP", "X-Forwarded-Proto")
                .flatMap(name -> asked.header(name).stream()))
        .isEmpty();
  }

  @Test
  void believesTheBalancerThatIsNamedAndNobodyBeforeIt() throws Exception {
    proxy.close();
    proxy =
        startWith(
            Map.of(
                "# set_real_ip_from 192.0.2.10;", "set_real_ip_from 127.0.0.1;",
                "# real_ip_header", "real_ip_header",
                "# real_ip_recursive", "real_ip_recursive"));

    send("GET", "/api/bookings/any", "X-Forwarded-For", "198.51.100.1, 203.0.113.7");

    assertThat(query.asked().getFirst().header("X-Forwarded-For")).containsExactly("203.0.113.7");
  }

  @Test
  void handsOnEventsOfAStreamAsTheyCome() throws Exception {
    for (var path :
        List.of("/api/businesses/any/slots/stream", "/query/api/admin/projections/any/stream")) {
      var request = HttpRequest.newBuilder(proxy.url().resolve(path)).build();
      try (var events =
          new BufferedReader(
              new InputStreamReader(
                  client.send(request, BodyHandlers.ofInputStream()).body(),
                  StandardCharsets.UTF_8))) {
        // The second is written only when the first has been read.
        assertThat(events.readLine()).isEqualTo("data: first");
        query.goOn();
        assertThat(events.lines()).contains("data: second");
      }
    }
  }

  @Test
  void takesBodiesOfTheSizeThatTheServicesTake() throws Exception {
    assertThat(post("/api/bookings", 64 * KIB).statusCode()).isEqualTo(200);
    isProblem(post("/api/bookings", 64 * KIB + 1), 413, "too-large");
    isProblem(post("/command/api/bookings", 64 * KIB + 1), 413, "too-large");
    assertThat(post("/webhooks/whatsapp", 3 * KIB * KIB).statusCode()).isEqualTo(200);
    isProblem(post("/webhooks/whatsapp", 3 * KIB * KIB + 1), 413, "too-large");
    assertThat(nodes().flatMap(node -> node.asked().stream()).map(Node.Asked::length))
        .containsExactlyInAnyOrder(64 * KIB, 3 * KIB * KIB);
  }

  private HttpResponse<String> post(String path, int length) throws Exception {
    return client.send(
        HttpRequest.newBuilder(proxy.url().resolve(path))
            .POST(BodyPublishers.ofByteArray(new byte[length]))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void refusesInTheWordsOfTheServicesWhatItCannotRead() throws Exception {
    isProblem(send("GET", "/api/" + "a".repeat(9 * KIB)), 414, "uri-too-long");
    isProblem(
        send("GET", "/api/bookings/any", "Any", "a".repeat(9 * KIB)), 431, "headers-too-large");
    isProblem(send("GET", "/api/%00"), 400, "malformed");
  }

  @Test
  void goesOnWithTheOtherNodeWhereOneCannotBeReached() throws Exception {
    command.close();

    for (int i = 0; i < 6; i++) {
      assertThat(send("POST", "/api/bookings").statusCode()).isEqualTo(200);
    }
    assertThat(otherCommand.asked()).hasSize(6);
  }

  @Test
  void usesAllNodesAndKeepsItsConnectionsForReading() throws Exception {
    for (int i = 0; i < 6; i++) {
      send("POST", "/api/bookings");
      send("GET", "/api/businesses");
    }
    for (var node : List.of(command, otherCommand)) {
      assertThat(node.asked()).hasSize(3);
      // A node that stops refuses new connections, and what it refuses the other one gets.
      assertThat(node.asked().stream().map(Node.Asked::port).distinct()).hasSize(3);
    }
    assertThat(query.asked()).hasSize(6);
    assertThat(query.asked().stream().map(Node.Asked::port).distinct()).hasSize(1);
  }

  @Test
  void neverSendsACommandTwice() throws Exception {
    command.now(Node.Manner.BREAKS_OFF);
    otherCommand.now(Node.Manner.BREAKS_OFF);

    isUnavailable(send("POST", "/api/bookings"));

    assertThat(command.asked().size() + otherCommand.asked().size()).isEqualTo(1);
  }

  @Test
  void doesNotAskAgainWhereACommandIsNotAnsweredInTime() throws Exception {
    proxy.close();
    proxy = startWith(Map.of("proxy_read_timeout 45s;", "proxy_read_timeout 1s;"));
    command.now(Node.Manner.HANGS);
    otherCommand.now(Node.Manner.HANGS);

    isUnavailable(send("POST", "/api/bookings"));

    assertThat(command.asked().size() + otherCommand.asked().size()).isEqualTo(1);
  }

  @Test
  void handsOnTheProblemsOfServices() throws Exception {
    query.now(Node.Manner.IS_UNAVAILABLE);

    var answer = send("GET", "/api/bookings/any");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(service(answer)).isEqualTo("query");
  }

  @Test
  void logsNoKeys() throws Exception {
    var calendar = "/api/businesses/any/calendar.ics?key=cal_secret";
    send("GET", calendar);
    query.close();
    isUnavailable(send("GET", calendar));

    await().until(() -> Files.readString(proxy.log()).lines().count() >= 2);
    assertThat(Files.readString(proxy.log()))
        .contains(
            "GET /api/businesses/any/calendar.ics 200", "GET /api/businesses/any/calendar.ics 503")
        .doesNotContain("cal_secret");
  }

  private Stream<Node> nodes() {
    return Stream.of(command, otherCommand, query);
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(proxy.url() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String service(HttpResponse<?> answer) {
    return answer.headers().firstValue(Node.ANSWERED_BY).orElse("");
  }

  private static void isUnavailable(HttpResponse<String> answer) {
    isProblem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  private static void isProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(QUERIES.problemFlaws(answer.headers(), answer.body())).isEmpty();
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }
}
